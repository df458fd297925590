/**
 * The session: entities in, statements out, in units of work found in the Reactor Context. In go functions over an
 * {@link io.fluxalchemy.mapping.session.AsyncSession}, out come publishers that open, flush, commit and end it. Start reading at
 * {@link io.fluxalchemy.mapping.session.AsyncSessionFactory}.
 */
@NullMarked
package io.fluxalchemy.mapping.session;

import org.jspecify.annotations.NullMarked;
