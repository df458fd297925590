/** An entity of whose values the database makes some, for the tests of what comes back. */
package io.fluxalchemy.flush.gauge;
