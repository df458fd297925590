/** Entities of the session tests: every kind of relation once. */
package io.fluxalchemy.session.library;
