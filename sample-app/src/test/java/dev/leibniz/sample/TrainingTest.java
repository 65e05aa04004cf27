package dev.leibniz.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void learnsToReadTheDigitsThatWereHeldOut() throws DataFileException {
        Training training = new Training(DigitsFile.readBundled(), Main.SEED);
        Training.Epoch last = null;
        for (int i = 0; i < Training.EPOCHS; i++) {
            last = training.epoch();
        }
        assertTrue(last.accuracy() >= 0.96, last::toString);

        Recognition recognition = new Recognition(training.weights(), training.heldOut());
        assertEquals(last.accuracy(), recognition.accuracy());
        int counted = Arrays.stream(recognition.confusion())
                .flatMapToInt(Arrays::stream)
                .sum();
        assertEquals(training.heldOut().size(), counted);
    }

    @Test
    void holdsOutAFifth() throws DataFileException {
        Training training = new Training(DigitsFile.readBundled(), 3);
        assertEquals(1797, training.learned().size() + training.heldOut().size());
        assertEquals(359, training.heldOut().size());
    }

    @Test
    void theSameSeedGivesTheSameNetwork() throws DataFileException {
        Training one = new Training(DigitsFile.readBundled(), 4);
        Training other = new Training(DigitsFile.readBundled(), 4);
        assertEquals(one.epoch().loss(), other.epoch().loss());
        assertArrayEquals(one.weights().w1(), other.weights().w1());
    }
}
