package dev.leibniz.sample.models;

import dev.leibniz.annotations.Differentiable;
import dev.leibniz.annotations.NoDerivative;
import java.util.List;

/** Inverse kinematics in the plane: which settings of its joints bring the hand of an arm to a target. */
public final class RobotArm {
    private RobotArm() {}

    /** Where a part of the arm is, and its direction in radians. */
    record Pose(double x, double y, double angle) {
        Pose forward(double length) {
            return new Pose(x + length * Math.cos(angle), y + length * Math.sin(angle), angle);
        }

        Pose turned(double by) {
            return new Pose(x, y, angle + by);
        }
    }

    /** What is between two parts of the arm. */
    public sealed interface Joint permits Hinge, Slider, Fixed {}

    /** Turns what follows, which begins after a rod of this length. */
    public record Hinge(double length) implements Joint {}

    /** Moves what follows away, by its setting and this much more. */
    public record Slider(double least) implements Joint {}

    /** Has no setting: a bend by an angle in radians. */
    public record Fixed(double angle) implements Joint {}

    private static Pose moved(Pose pose, Joint joint, double setting) {
        if (joint instanceof Hinge hinge) {
            return pose.turned(setting).forward(hinge.length());
        } else if (joint instanceof Slider slider) {
            return pose.forward(slider.least() + setting * setting);
        }
        return pose.turned(((Fixed) joint).angle());
    }

    /**
     * How far the hand is from the target, squared, and a little of how far the joints are from rest.
     *
     * @param settings of the joints that are not fixed, in their order: an angle in radians, or the root of a length
     * @param arm the joints, from the shoulder on
     * @param target the place that is to be reached, x and y
     */
    @Differentiable(order = 2)
    public static double miss(double[] settings, @NoDerivative List<Joint> arm, @NoDerivative double[] target) {
        Pose hand = new Pose(0, 0, 0);
        double rest = 0;
        int next = 0;
        for (Joint joint : arm) {
            double setting = 0;
            if (!(joint instanceof Fixed)) {
                setting = settings[next++];
                rest += setting * setting;
            }
            hand = moved(hand, joint, setting);
        }
        double dx = hand.x() - target[0];
        double dy = hand.y() - target[1];
        return dx * dx + dy * dy + 1e-6 * rest;
    }
}
