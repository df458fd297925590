package io.fluxalchemy.watch;

import java.lang.StackWalker.StackFrame;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;

/**
 * A class of tests fails if code of ours blocked a thread that must not block while it ran. What drivers, libraries and the tests
 * themselves block is counted by its class and printed in the end: a test that blocks an event loop on purpose is no fault of ours.
 */
public final class BlockingCalls implements AfterAllCallback {

    /** Called on behalf of others: whoever called them is asked. */
    private static final List<String> BETWEEN = List.of(
            "java.", "javax.", "jdk.", "sun.", "reactor.core.", "reactor.blockhound.", "ch.qos.logback.", "org.slf4j.");

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Queue<String> OURS = new ConcurrentLinkedQueue<>();
    private static final Map<String, Integer> OTHERS = new ConcurrentHashMap<>();

    static {
        BlockHound.builder()
                .loadIntegrations()
                // once in a JVM, by whoever connects first, where a native transport is on the class path
                .allowBlockingCallsInside("io.netty.util.internal.NativeLibraryLoader", "load")
                .blockingMethodCallback(BlockingCalls::report)
                .install();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> System.out.println("blocked threads that must not block: "
                        + new TreeMap<>(OTHERS) + "; code of ours: " + OURS.size())));
    }

    /** What others than we have blocked since this JVM began: their classes and how often. */
    static Map<String, Integer> others() {
        return Map.copyOf(OTHERS);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> told = new ArrayList<>();
        for (String call = OURS.poll(); call != null; call = OURS.poll()) {
            told.add(call);
        }
        if (!told.isEmpty()) {
            throw new AssertionError("threads were blocked that must not be:\n" + String.join("\n", told));
        }
    }

    private static void report(BlockingMethod method) {
        List<StackFrame> frames = STACK.walk(all -> all.skip(1).toList());
        Class<?> culprit = frames.stream()
                .map(StackFrame::getDeclaringClass)
                .filter(type -> type != BlockingCalls.class && BETWEEN.stream().noneMatch(type.getName()::startsWith))
                .findFirst()
                .orElse(Object.class);
        if (culprit.getName().startsWith("io.fluxalchemy.") && !isOfTests(culprit)) {
            StringBuilder text =
                    new StringBuilder(method + " on " + Thread.currentThread().getName());
            frames.forEach(frame -> text.append("\n    ").append(frame));
            OURS.add(text.toString());
        } else {
            OTHERS.merge(culprit.getName() + " " + method, 1, Integer::sum);
        }
    }

    private static boolean isOfTests(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        String name = type.getName();
        return source == null
                || source.getLocation().getPath().contains("test-classes")
                || name.startsWith("io.fluxalchemy.testkit.")
                || name.startsWith("io.fluxalchemy.faults.");
    }
}
