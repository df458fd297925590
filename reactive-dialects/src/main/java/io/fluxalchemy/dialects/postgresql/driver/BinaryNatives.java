package io.fluxalchemy.dialects.postgresql.driver;

import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.type.Inet;
import io.fluxalchemy.type.Interval;
import io.fluxalchemy.type.NativeText;
import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Intervals, addresses, bits and ranges in the binary transfer format, as the text that their type reads. */
final class BinaryNatives {

    private static final int EMPTY = 0x01;
    private static final int LOWER_INCLUDED = 0x02;
    private static final int UPPER_INCLUDED = 0x04;
    private static final int NO_LOWER = 0x08;
    private static final int NO_UPPER = 0x10;

    private BinaryNatives() {}

    static NativeText interval(ByteBuf buffer) {
        long microseconds = buffer.readLong();
        int days = buffer.readInt();
        int months = buffer.readInt();
        boolean isInfinite = microseconds == Long.MAX_VALUE && days == Integer.MAX_VALUE && months == Integer.MAX_VALUE
                || microseconds == Long.MIN_VALUE && days == Integer.MIN_VALUE && months == Integer.MIN_VALUE;
        if (isInfinite) {
            throw new ConversionException("the interval is infinite: write cast(column as text)");
        }
        return new NativeText(new Interval(months, days, microseconds).toString());
    }

    static NativeText inet(ByteBuf buffer) {
        buffer.skipBytes(1); // the family, which the length of the address tells too
        int bits = buffer.readUnsignedByte();
        buffer.skipBytes(1); // whether it is a cidr
        byte[] address = new byte[buffer.readUnsignedByte()];
        buffer.readBytes(address);
        try {
            InetAddress read = address.length == 16
                    ? java.net.Inet6Address.getByAddress(null, address, -1)
                    : InetAddress.getByAddress(address);
            return new NativeText(new Inet(read, bits).toString());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    static NativeText bits(ByteBuf buffer) {
        int length = buffer.readInt();
        if (length < 0 || length > 8L * buffer.readableBytes()) {
            // nothing is allocated for bits that were only announced
            throw new IllegalArgumentException(length + " bits in " + buffer.readableBytes() + " bytes");
        }
        StringBuilder digits = new StringBuilder(length);
        for (int i = 0; i < length; i += 8) {
            int eight = buffer.readUnsignedByte();
            for (int bit = 0; bit < 8 && i + bit < length; bit++) {
                digits.append((eight & 0x80 >> bit) == 0 ? '0' : '1');
            }
        }
        return new NativeText(digits.toString());
    }

    static NativeText range(ByteBuf buffer, WireType element) {
        int flags = buffer.readUnsignedByte();
        if ((flags & EMPTY) != 0) {
            return new NativeText("empty");
        }
        String lower = bound(buffer, element, (flags & NO_LOWER) != 0);
        String upper = bound(buffer, element, (flags & NO_UPPER) != 0);
        return new NativeText(((flags & LOWER_INCLUDED) != 0 ? "[" : "(")
                + (lower == null ? "" : lower)
                + ","
                + (upper == null ? "" : upper)
                + ((flags & UPPER_INCLUDED) != 0 ? "]" : ")"));
    }

    private static @Nullable String bound(ByteBuf buffer, WireType element, boolean isMissing) {
        return isMissing
                ? null
                : element.fromBinary(buffer.readSlice(buffer.readInt())).toString();
    }
}
