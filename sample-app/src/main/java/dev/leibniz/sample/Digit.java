package dev.leibniz.sample;

/**
 * A handwritten digit.
 *
 * @param pixels the picture, row by row, from 0 (paper) to 1 (ink)
 * @param label the digit that the writer meant
 */
record Digit(double[] pixels, int label) {

    /** Pictures are squares of this many pixels a side. */
    static final int SIDE = 8;

    /** How many digits there are. */
    static final int CLASSES = 10;

    private static final String SHADES = " ░▒▓█";

    /** One row of the picture, two characters a pixel. */
    String line(int row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < SIDE; column++) {
            double ink = pixels[row * SIDE + column];
            char shade = SHADES.charAt((int) Math.round(ink * (SHADES.length() - 1)));
            line.append(shade).append(shade);
        }
        return line.toString();
    }
}
