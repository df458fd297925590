package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;

/** How one database type looks in the two transfer formats. Both give the same value, or the same error. */
interface WireValue {

    /** The value of the bytes between the buffer's indexes. */
    Object fromBinary(ByteBuf buffer);

    /** How many bytes a value always has, of which it reads no others; 0 where it is read to the buffer's end. */
    default int width() {
        return 0;
    }

    /** The value of what the type's output function wrote. */
    Object fromText(String text);
}
