package io.fluxalchemy.dialects.postgresql.driver;

import io.netty.buffer.ByteBuf;

/**
 * One column's bytes as the server sent them. Valid only while its row is being read.
 *
 * @param buffer from its reader index to its writer index; owned by the driver's row
 */
record RawValue(ByteBuf buffer, boolean isBinary) {}
