/** What a flush writes, on every database: run without a session, so that each step can be looked at. */
package io.fluxalchemy.flush;
