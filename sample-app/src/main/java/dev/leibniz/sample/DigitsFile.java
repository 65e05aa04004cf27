package dev.leibniz.sample;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads the digits: gzipped lines of 64 pixels from 0 to 16, then the label. */
final class DigitsFile {

    private static final String BUNDLED = "digits.csv.gz";
    private static final int PIXELS = Digit.SIDE * Digit.SIDE;
    private static final int BLACK = 16;

    private DigitsFile() {}

    /** The digits that come with the app. */
    static List<Digit> readBundled() throws DataFileException {
        return read(BUNDLED, DigitsFile.class.getResourceAsStream(BUNDLED));
    }

    /** The digits in a file of the user's. */
    static List<Digit> read(String file) throws DataFileException {
        try {
            return read(file, Files.newInputStream(Path.of(file)));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new DataFileException("There is no data file " + file + ".", e);
        } catch (IOException e) {
            throw new DataFileException("The data file " + file + " cannot be opened.", e);
        }
    }

    /** Reads and closes {@code in}; without it, the file is missing. */
    static List<Digit> read(String name, InputStream in) throws DataFileException {
        if (in == null) {
            throw new DataFileException("The data file " + name + " is missing from the app.");
        }
        List<Digit> digits = new ArrayList<>();
        try (in;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                digits.add(parse(line, name + ", line " + (digits.size() + 1)));
            }
        } catch (ZipException | EOFException e) {
            throw new DataFileException("The data file " + name + " is not a gzip file, or not the whole of one.", e);
        } catch (IOException e) {
            throw new DataFileException("The data file " + name + " cannot be read.", e);
        }
        if (digits.size() < Digit.CLASSES) {
            throw new DataFileException("The data file " + name + " has too few digits to learn from.");
        }
        return digits;
    }

    private static Digit parse(String line, String where) throws DataFileException {
        String[] fields = line.split(",", -1);
        if (fields.length != PIXELS + 1) {
            throw new DataFileException(
                    where + ": there should be " + (PIXELS + 1) + " numbers, not " + fields.length + ".");
        }
        double[] pixels = new double[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            pixels[i] = number(fields[i], BLACK, where) / (double) BLACK;
        }
        return new Digit(pixels, number(fields[PIXELS], Digit.CLASSES - 1, where));
    }

    private static int number(String field, int largest, String where) throws DataFileException {
        int number;
        try {
            number = Integer.parseInt(field.trim());
        } catch (NumberFormatException e) {
            number = -1;
        }
        if (number < 0 || number > largest) {
            throw new DataFileException(
                    where + ": \"" + field + "\" should be a whole number from 0 to " + largest + ".");
        }
        return number;
    }
}
