/** The points of the threat model ({@code docs/threat-model.md}), each with its tests. */
package io.fluxalchemy.security;
