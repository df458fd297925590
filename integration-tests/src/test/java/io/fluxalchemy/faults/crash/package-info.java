/** A server of its own that crashes, restarts and stands still. Start reading at {@code ServerCrashIT}. */
package io.fluxalchemy.faults.crash;
