/** Entities whose columns cut times. */
package io.fluxalchemy.columns.times;
