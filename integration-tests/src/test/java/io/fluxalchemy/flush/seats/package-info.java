/** One entity without a version, which whoever writes last has. */
package io.fluxalchemy.flush.seats;
