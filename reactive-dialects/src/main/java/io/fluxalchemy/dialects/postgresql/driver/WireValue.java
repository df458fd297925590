package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;

/** How one database type looks in the two transfer formats. Both give the same value, or the same error. */
interface WireValue {

    /** The value of the bytes between the buffer's indexes. */
    Object fromBinary(ByteBuf buffer);

    /** The value of what the type's output function wrote. */
    Object fromText(String text);
}
