/**
 * Every type times its edges times every way a value can travel: what is written is what is read, or an error. Start reading at
 * {@code TypeCase}; {@code DriverSession} is a connection read and written through a driver adapter.
 */
@NullMarked
package io.fluxalchemy.roundtrip;

import org.jspecify.annotations.NullMarked;
