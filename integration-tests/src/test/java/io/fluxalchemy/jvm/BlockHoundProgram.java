package io.fluxalchemy.jvm;

import io.fluxalchemy.engine.AsyncEngine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Mixed work with an eye on threads that must not block. Prints who blocked: the first class that is not of the JDK. */
final class BlockHoundProgram {

    /** Not ours to blame, and not the culprit: what they call on behalf of others is that one's. */
    private static final List<String> BETWEEN =
            List.of("java.", "jdk.", "sun.", "reactor.", "ch.qos.logback.", "org.slf4j.");

    private static final Set<String> REPORTS = new ConcurrentSkipListSet<>();

    private BlockHoundProgram() {}

    /** @param arguments rounds, then URLs */
    public static void main(String[] arguments) {
        BlockHound.builder()
                .loadIntegrations()
                // once in a JVM, by whoever connects first, where a native transport is on the class path
                .allowBlockingCallsInside("io.netty.util.internal.NativeLibraryLoader", "load")
                .blockingMethodCallback(method -> REPORTS.add(culprit(new Throwable().getStackTrace()) + " " + method))
                .install();
        for (int i = 1; i < arguments.length; i++) {
            REPORTS.clear();
            AsyncEngine engine =
                    AsyncEngine.builder().url(arguments[i]).maxSize(4).build();
            MixedWork work = new MixedWork(engine, i);
            work.prepare();
            for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
                work.round();
            }
            work.end();
            engine.close().block(Duration.ofSeconds(30));
            System.out.println("reports" + i + "=" + new TreeSet<>(REPORTS));
        }
        REPORTS.clear();
        Mono.fromRunnable(BlockHoundProgram::block)
                .subscribeOn(Schedulers.parallel())
                .block(Duration.ofSeconds(5));
        System.out.println("seen=" + new TreeSet<>(REPORTS));
    }

    /** A report shows that this program sees what it is to see. */
    private static void block() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String culprit(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .map(StackTraceElement::getClassName)
                .skip(1)
                .filter(name -> BETWEEN.stream().noneMatch(name::startsWith)
                        && !name.startsWith(BlockHoundProgram.class.getName() + "$$"))
                .findFirst()
                .orElse("nobody");
    }
}
