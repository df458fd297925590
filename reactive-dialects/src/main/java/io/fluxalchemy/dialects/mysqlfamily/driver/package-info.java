/**
 * What the drivers of MySQL and MariaDB are given and give alike, without any class of theirs. Start reading at
 * {@link io.fluxalchemy.dialects.mysqlfamily.driver.FamilyConversions}.
 */
@NullMarked
package io.fluxalchemy.dialects.mysqlfamily.driver;

import org.jspecify.annotations.NullMarked;
