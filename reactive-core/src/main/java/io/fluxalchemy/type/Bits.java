package io.fluxalchemy.type;

import io.fluxalchemy.error.ConversionException;
import java.util.BitSet;

/**
 * Bits in a row, of which the leading zeros count. Immutable.
 *
 * @param digits zeros and ones, the first bit first
 */
public record Bits(String digits) {

    /** @throws ConversionException if there is another character than 0 and 1 */
    public Bits {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) != '0' && digits.charAt(i) != '1') {
                throw new ConversionException("bits are written as 0 and 1, and the character at " + i + " is neither");
            }
        }
    }

    /** The first bits of a set, the bit of index 0 first. */
    public static Bits of(BitSet set, int length) {
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            digits.append(set.get(i) ? '1' : '0');
        }
        return new Bits(digits.toString());
    }

    public int length() {
        return digits.length();
    }

    /** The bits as a set, the first one at index 0; how many there are is not part of it. */
    public BitSet toBitSet() {
        BitSet set = new BitSet(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            set.set(i, digits.charAt(i) == '1');
        }
        return set;
    }

    @Override
    public String toString() {
        return digits;
    }
}
