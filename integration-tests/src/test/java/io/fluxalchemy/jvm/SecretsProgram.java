package io.fluxalchemy.jvm;

import static io.fluxalchemy.session.library.Author_.AUTHOR;
import static io.fluxalchemy.sql.Sql.insertInto;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.session.library.Author;
import io.fluxalchemy.session.library.Biography;
import io.fluxalchemy.session.library.Book;
import io.fluxalchemy.session.library.Employee;
import io.fluxalchemy.session.library.Tag;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs statements with values and a password that nobody else in this JVM has, says which MBeans show one of them meanwhile, lets go
 * of them and writes the heap into a file. What it looks for is made anew wherever it is needed, so that the program holds none.
 */
final class SecretsProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the heap does hold, which shows that the search finds what is there. */
    private static final StringBuilder KEPT = new StringBuilder();

    private SecretsProgram() {}

    /** @param arguments URL without a password, seed, file */
    public static void main(String[] arguments) throws Exception {
        String seed = arguments[1];
        AsyncEngine engine = AsyncEngine.builder()
                .url(arguments[0].replace("//postgres@", "//postgres:" + word("password", seed) + "@"))
                .maxSize(1)
                .operationDrain(Duration.ofMillis(50))
                .build();
        AsyncSessionFactory sessions =
                AsyncSessionFactory.of(engine, Author.class, Book.class, Tag.class, Biography.class, Employee.class);
        sessions.createAll().block(PATIENCE);
        KEPT.append(word("kept", seed));
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        beans.registerMBean(new Shown(seed), new ObjectName("io.fluxalchemy.test:type=Shown"));
        for (int i = 0; i < 3; i++) {
            work(engine, sessions, seed);
        }
        engine.pendingCleanup().block(PATIENCE);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(arguments[2], true);
        System.out.println("open=" + engine.pool().idle());
        engine.close().block(PATIENCE);
        System.out.println("kept=" + KEPT.length());
    }

    /** A word that stands nowhere until it is asked for. */
    static String word(String what, String seed) {
        StringBuilder word = new StringBuilder("w");
        long hash = seed.hashCode() * 31L + what.hashCode();
        for (int i = 0; i < 24; i++) {
            hash = hash * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            word.append((char) ('a' + Math.floorMod(hash >> 33, 26)));
        }
        return word.toString();
    }

    private static void work(AsyncEngine engine, AsyncSessionFactory sessions, String seed) throws JMException {
        String value = word("value", seed);
        engine.one(sql("select :v::text as v").bind("v", value).as(String.class))
                .block(PATIENCE);
        Flux.concat(
                        sessions.transaction(s -> s.persist(new Author(value, value + "!"))),
                        engine.execute(insertInto(AUTHOR)
                                .rows(List.of(value))
                                .set(AUTHOR.name, v -> v)
                                .set(AUTHOR.version, v -> 0)),
                        engine.all(select(AUTHOR.name).where(AUTHOR.name.eq(value), AUTHOR.name.in(List.of(value)))),
                        engine.all(select(AUTHOR.name)
                                .where(AUTHOR.name.startsWith(value.substring(1)), AUTHOR.name.contains(value))),
                        engine.stream(select(AUTHOR.name).where(AUTHOR.name.ne(value))),
                        engine.execute(
                                update(AUTHOR).set(AUTHOR.name, value + "?").where(AUTHOR.name.eq(value))),
                        sessions.read(s -> s.all(select(AUTHOR).where(AUTHOR.name.eq(value + "?")))),
                        engine.transaction(c -> c.nested(
                                        inner -> inner.execute(sql("select 1 / (length(:v) - length(:v))")
                                                .bind("v", value)))
                                .onErrorComplete()),
                        sessions.transaction(
                                        s -> s.persist(new Author(value)).then(Mono.error(new IllegalStateException())))
                                .onErrorComplete(IllegalStateException.class))
                .blockLast(PATIENCE);
        Disposable running = engine.one(sql("select :v::text, pg_sleep(30)::text as s")
                        .bind("v", value)
                        .rows())
                .subscribe(row -> {}, error -> {});
        System.out.println("shown=" + shown(seed));
        running.dispose();
        engine.execute(sql("delete from book"))
                .then(engine.execute(sql("delete from author")))
                .block(PATIENCE);
    }

    /** The MBeans of this JVM that have a secret in an attribute, in their name or in what they say of themselves. */
    private static List<String> shown(String seed) throws JMException {
        List<String> secrets = List.of(word("value", seed), word("password", seed), word("kept", seed));
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        TreeSet<String> found = new TreeSet<>();
        for (ObjectName name : beans.queryNames(null, null)) {
            StringBuilder text = new StringBuilder(name.toString()).append(beans.getMBeanInfo(name));
            for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                text.append(value(beans, name, attribute));
            }
            if (secrets.stream().anyMatch(secret -> text.indexOf(secret) >= 0)) {
                found.add(name.toString());
            }
        }
        return List.copyOf(found);
    }

    private static String value(MBeanServer beans, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            Object value = beans.getAttribute(name, attribute.getName());
            return value instanceof Object[] array ? java.util.Arrays.deepToString(array) : String.valueOf(value);
        } catch (JMException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** An MBean that shows what it should not. */
    public interface ShownMBean {
        String getSecret();
    }

    /** As one might be written. */
    public record Shown(String seed) implements ShownMBean {
        @Override
        public String getSecret() {
            return word("kept", seed);
        }
    }
}
