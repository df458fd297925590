/** A dialect and a function of one's own, written against the published contract only. */
@NullMarked
package org.example.tiny;

import org.jspecify.annotations.NullMarked;
