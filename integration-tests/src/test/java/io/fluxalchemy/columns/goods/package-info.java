/** Entities whose columns the database fills. */
package io.fluxalchemy.columns.goods;
