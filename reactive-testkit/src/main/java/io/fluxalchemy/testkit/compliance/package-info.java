/**
 * What every dialect must hold on a real server, as abstract test classes: one suite per topic, to be extended once per
 * database.
 *
 * <p>In goes a {@link io.fluxalchemy.testkit.compliance.ComplianceTarget}; out come failures that name the promise. A suite
 * creates the tables it needs in the target's database and drops them again. Start reading at
 * {@link io.fluxalchemy.testkit.compliance.ComplianceTarget}.
 */
@NullMarked
package io.fluxalchemy.testkit.compliance;

import org.jspecify.annotations.NullMarked;
