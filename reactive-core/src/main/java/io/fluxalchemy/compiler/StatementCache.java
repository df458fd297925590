package io.fluxalchemy.compiler;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Compiled statements by key, bounded. Reading takes no lock; when full, the statement that was put in first and has not been
 * read since it was last spared goes (second chance). A key's statement is made once however many threads ask for it.
 */
final class StatementCache<K, V> {

    private final int capacity;
    private final UnaryOperator<K> kept;
    private final ConcurrentHashMap<K, Entry<V>> entries;
    private final ArrayDeque<K> order = new ArrayDeque<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder compiled = new LongAdder();
    private final LongAdder evicted = new LongAdder();

    /** @param kept makes of a key the equal one that is kept */
    StatementCache(int capacity, UnaryOperator<K> kept) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a statement cache keeps at least 1 statement, not " + capacity);
        }
        this.capacity = capacity;
        this.kept = kept;
        this.entries = new ConcurrentHashMap<>(Math.min(capacity, 1024));
    }

    /** The value of the key, made by {@code make} if it is not kept; what {@code make} throws is thrown and nothing is kept. */
    V get(K asked, Function<? super K, ? extends V> make) {
        Entry<V> entry = entries.get(asked);
        if (entry == null) {
            K key = kept.apply(asked);
            boolean[] made = new boolean[1];
            entry = entries.computeIfAbsent(key, k -> {
                made[0] = true;
                return new Entry<>(make.apply(k));
            });
            if (made[0]) {
                compiled.increment();
                remember(key);
                return entry.value;
            }
        }
        hits.increment();
        entry.read = true;
        return entry.value;
    }

    /** A value was found without this cache, by who was given it before. */
    void hit() {
        hits.increment();
    }

    CacheStatistics statistics() {
        return new CacheStatistics(hits.sum(), compiled.sum(), evicted.sum(), entries.size(), capacity);
    }

    private synchronized void remember(K key) {
        order.addLast(key);
        while (order.size() > capacity) {
            K oldest = order.removeFirst();
            Entry<V> entry = entries.get(oldest);
            if (entry != null && entry.read) {
                entry.read = false;
                order.addLast(oldest);
            } else {
                entries.remove(oldest);
                evicted.increment();
            }
        }
    }

    private static final class Entry<V> {

        private final V value;
        private volatile boolean read;

        Entry(V value) {
            this.value = value;
        }
    }
}
