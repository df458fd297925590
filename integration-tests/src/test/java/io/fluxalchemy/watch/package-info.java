/**
 * What looks over the shoulder of every test under {@code -Pwatched}: {@link io.fluxalchemy.watch.BlockingCalls} sees calls that
 * block threads which must not block. JUnit finds it by itself there.
 */
package io.fluxalchemy.watch;
