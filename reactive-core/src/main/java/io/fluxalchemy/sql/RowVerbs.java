package io.fluxalchemy.sql;

import java.util.List;

/** {@code row} of two to twelve values. */
abstract class RowVerbs extends WindowVerbs {

    /** Values side by side: one item of a select list, read by {@code into}, or a row value to compare. */
    public static <A, B> Row2<A, B> row(Selectable<A> a, Selectable<B> b) {
        return new Row2<>(new Items(List.of(a, b)));
    }

    public static <A, B, C> Row3<A, B, C> row(Selectable<A> a, Selectable<B> b, Selectable<C> c) {
        return new Row3<>(new Items(List.of(a, b, c)));
    }

    public static <A, B, C, D> Row4<A, B, C, D> row(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d) {
        return new Row4<>(new Items(List.of(a, b, c, d)));
    }

    public static <A, B, C, D, E> Row5<A, B, C, D, E> row(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e) {
        return new Row5<>(new Items(List.of(a, b, c, d, e)));
    }

    public static <A, B, C, D, E, F> Row6<A, B, C, D, E, F> row(
            Selectable<A> a, Selectable<B> b, Selectable<C> c, Selectable<D> d, Selectable<E> e, Selectable<F> f) {
        return new Row6<>(new Items(List.of(a, b, c, d, e, f)));
    }

    public static <A, B, C, D, E, F, G> Row7<A, B, C, D, E, F, G> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g) {
        return new Row7<>(new Items(List.of(a, b, c, d, e, f, g)));
    }

    public static <A, B, C, D, E, F, G, H> Row8<A, B, C, D, E, F, G, H> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h) {
        return new Row8<>(new Items(List.of(a, b, c, d, e, f, g, h)));
    }

    public static <A, B, C, D, E, F, G, H, I> Row9<A, B, C, D, E, F, G, H, I> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i) {
        return new Row9<>(new Items(List.of(a, b, c, d, e, f, g, h, i)));
    }

    public static <A, B, C, D, E, F, G, H, I, J> Row10<A, B, C, D, E, F, G, H, I, J> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j) {
        return new Row10<>(new Items(List.of(a, b, c, d, e, f, g, h, i, j)));
    }

    public static <A, B, C, D, E, F, G, H, I, J, K> Row11<A, B, C, D, E, F, G, H, I, J, K> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j,
            Selectable<K> k) {
        return new Row11<>(new Items(List.of(a, b, c, d, e, f, g, h, i, j, k)));
    }

    public static <A, B, C, D, E, F, G, H, I, J, K, L> Row12<A, B, C, D, E, F, G, H, I, J, K, L> row(
            Selectable<A> a,
            Selectable<B> b,
            Selectable<C> c,
            Selectable<D> d,
            Selectable<E> e,
            Selectable<F> f,
            Selectable<G> g,
            Selectable<H> h,
            Selectable<I> i,
            Selectable<J> j,
            Selectable<K> k,
            Selectable<L> l) {
        return new Row12<>(new Items(List.of(a, b, c, d, e, f, g, h, i, j, k, l)));
    }
}
