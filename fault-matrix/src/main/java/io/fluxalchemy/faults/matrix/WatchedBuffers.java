package io.fluxalchemy.faults.matrix;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledDirectByteBuf;
import io.netty.buffer.UnpooledHeapByteBuf;
import io.netty.util.IllegalReferenceCountException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Buffers each of which is known from its allocation to its release. Exact: what is known while nothing travels is lost, whenever
 * a garbage collector might find it.
 */
final class WatchedBuffers extends AbstractByteBufAllocator {

    private static final int SHOWN = 160;

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, ByteBuf> open = new ConcurrentHashMap<>();

    WatchedBuffers() {
        super(true);
    }

    /** How many there have been. */
    long allocated() {
        return numbers.get();
    }

    /** Those that are not released now, each with what is in it. */
    List<String> open() {
        return open.values().stream()
                .map(WatchedBuffers::print)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String print(ByteBuf buffer) {
        try {
            buffer.retain();
        } catch (IllegalReferenceCountException releasedMeanwhile) {
            return null;
        }
        try {
            int shown = Math.min(SHOWN, buffer.writerIndex());
            return "a buffer not released, references: " + (buffer.refCnt() - 1) + ", written: " + buffer.writerIndex()
                    + ", begins: "
                    + buffer.toString(0, shown, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
        } finally {
            buffer.release();
        }
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return toLeakAwareBuffer(new Heap(initialCapacity, maxCapacity));
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        return toLeakAwareBuffer(new Direct(initialCapacity, maxCapacity));
    }

    @Override
    public boolean isDirectBufferPooled() {
        return false;
    }

    private long known(ByteBuf buffer) {
        long number = numbers.incrementAndGet();
        open.put(number, buffer);
        return number;
    }

    private final class Direct extends UnpooledDirectByteBuf {

        private final long number;

        Direct(int initialCapacity, int maxCapacity) {
            super(WatchedBuffers.this, initialCapacity, maxCapacity);
            number = known(this);
        }

        @Override
        protected void deallocate() {
            open.remove(number);
            super.deallocate();
        }
    }

    private final class Heap extends UnpooledHeapByteBuf {

        private final long number;

        Heap(int initialCapacity, int maxCapacity) {
            super(WatchedBuffers.this, initialCapacity, maxCapacity);
            number = known(this);
        }

        @Override
        protected void deallocate() {
            open.remove(number);
            super.deallocate();
        }
    }
}
