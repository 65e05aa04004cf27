package dev.leibniz.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Minibatch gradient descent with momentum and a falling learning rate. The same seed gives the same network, to the last
 * bit.
 */
final class Training {

    static final int HIDDEN = 32;
    static final int EPOCHS = 20;

    private static final int BATCH = 16;
    private static final double MOMENTUM = 0.9;
    private static final double LEARNING_RATE = 0.05;
    private static final double HELD_OUT = 0.2;

    /**
     * How far it has come.
     *
     * @param number of the epoch, from 1
     * @param loss the mean over the epoch
     * @param accuracy on the digits that are held out
     * @param examplesPerSecond that were learned from
     */
    record Epoch(int number, double loss, double accuracy, double examplesPerSecond) {}

    private final Random random;
    private final List<Digit> learned;
    private final List<Digit> heldOut;
    private final Weights weights;
    private final Weights velocity;
    private final Weights gradient;
    private int epochs;

    Training(List<Digit> digits, long seed) {
        random = new Random(seed);
        List<Digit> shuffled = new ArrayList<>(digits);
        Collections.shuffle(shuffled, random);
        int split = (int) Math.round(HELD_OUT * shuffled.size());
        heldOut = List.copyOf(shuffled.subList(0, split));
        learned = new ArrayList<>(shuffled.subList(split, shuffled.size()));
        int inputs = Digit.SIDE * Digit.SIDE;
        weights = Weights.random(inputs, HIDDEN, Digit.CLASSES, random);
        velocity = Weights.zero(inputs, HIDDEN, Digit.CLASSES);
        gradient = Weights.zero(inputs, HIDDEN, Digit.CLASSES);
    }

    /** Learns from every digit once. */
    Epoch epoch() {
        long start = System.nanoTime();
        Collections.shuffle(learned, random);
        double loss = 0;
        for (int from = 0; from < learned.size(); from += BATCH) {
            loss += step(learned.subList(from, Math.min(from + BATCH, learned.size())));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        epochs++;
        Recognition recognition = new Recognition(weights, heldOut);
        return new Epoch(epochs, loss / learned.size(), recognition.accuracy(), learned.size() / seconds);
    }

    /** One step down the mean gradient of a batch; returns the sum of its losses. */
    private double step(List<Digit> batch) {
        gradient.scaleAndAdd(0, 0, gradient);
        double loss = 0;
        for (Digit digit : batch) {
            loss += weights.addLossGradient(digit, gradient);
        }
        double rate = LEARNING_RATE * (1 - (double) epochs / EPOCHS);
        velocity.scaleAndAdd(MOMENTUM, -rate / batch.size(), gradient);
        weights.scaleAndAdd(1, 1, velocity);
        return loss;
    }

    List<Digit> learned() {
        return Collections.unmodifiableList(learned);
    }

    List<Digit> heldOut() {
        return heldOut;
    }

    Weights weights() {
        return weights;
    }
}
