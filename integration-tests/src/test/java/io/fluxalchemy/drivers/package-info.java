/** What holds of every driver adapter together. */
package io.fluxalchemy.drivers;
