package io.fluxalchemy.jvm;

import io.fluxalchemy.engine.AsyncEngine;
import java.time.Duration;

/** Mixed work for a time. Prints the heap in use after a quarter of it and at the end, with all garbage gone. */
final class SoakProgram {

    /** Operations after which everything has been used once. */
    private static final long ENOUGH = 300;

    private SoakProgram() {}

    /** @param arguments URL, seconds */
    public static void main(String[] arguments) {
        long length = Duration.ofSeconds(Long.parseLong(arguments[1])).toNanos();
        AsyncEngine engine = AsyncEngine.builder().url(arguments[0]).maxSize(4).build();
        MixedWork work = new MixedWork(engine, 96);
        work.prepare();
        long start = System.nanoTime();
        long marked = 0;
        // on a machine with other work it goes on until as much was done as makes a difference
        while (System.nanoTime() - start < length || marked == 0 || work.operations() < 3 * marked) {
            work.round();
            if (marked == 0 && System.nanoTime() - start > length / 4 && work.operations() > ENOUGH) {
                marked = work.operations();
                work.end();
                System.out.println("early=" + used());
            }
        }
        work.end();
        System.out.println("late=" + used());
        System.out.println("operations=" + work.operations());
        System.out.println("acquired=" + engine.pool().acquired());
        engine.close().block(Duration.ofSeconds(30));
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least / 1024;
    }
}
