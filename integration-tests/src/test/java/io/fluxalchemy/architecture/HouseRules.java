package io.fluxalchemy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.reactivestreams.Publisher;

/** The rules of the house as ArchUnit rules, written so that the self-test can apply each to planted violations. */
final class HouseRules {

    private static final Set<String> BLOCKING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");
    private static final String[] REACTIVE = {"reactor..", "io.r2dbc..", "org.reactivestreams..", "io.netty.."};
    private static final String[] DRIVERS = {
        "io.r2dbc.postgresql..", "io.r2dbc.h2..", "org.h2..", "org.mariadb..", "io.asyncer.."
    };

    private HouseRules() {}

    static ArchRule arrows(House house) {
        return classes()
                .should(new ArchCondition<>("import drawn rooms along the arrows only") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        String from = house.roomOf(item.getPackageName());
                        if (from == null) {
                            return;
                        }
                        if (!house.isDrawn(from)) {
                            events.add(SimpleConditionEvent.violated(
                                    item,
                                    item.getName() + " is in the room '" + from + "', which House does not draw"));
                        }
                        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                            String to = house.roomOf(dependency.getTargetClass().getPackageName());
                            if (to != null && !house.allows(from, to)) {
                                events.add(SimpleConditionEvent.violated(
                                        item,
                                        "no arrow from '" + from + "' to '" + to + "': "
                                                + dependency.getDescription()));
                            }
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule acyclic(House house) {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
                        String room = house.roomOf(javaClass.getPackageName());
                        return room == null
                                ? SliceIdentifier.ignore()
                                : SliceIdentifier.of(room.isEmpty() ? "." : room);
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static ArchRule notReactive(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REACTIVE)
                .allowEmptyShould(true);
    }

    static ArchRule driversStayInTheirRoom(String root) {
        return noClasses()
                .that(resideInAnyPackage(root + "..")
                        .and(DescribedPredicate.not(resideInAnyPackage(root + ".dialects.*.driver.."))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DRIVERS)
                .allowEmptyShould(true);
    }

    /** Entries are class names, or package names with a dot at the end. */
    static ArchRule subscribeOnlyIn(Set<String> mayCall) {
        return noClasses()
                .that(describe("are not on the list", c -> mayCall.stream().noneMatch(entry -> isCovered(c, entry))))
                .should()
                .callCodeUnitWhere(target(describe(
                        "Publisher.subscribe",
                        t -> t.getName().equals("subscribe") && t.getOwner().isAssignableTo(Publisher.class))))
                .because("a hidden subscription loses cancellation, context and errors")
                .allowEmptyShould(true);
    }

    static ArchRule neverBlocks() {
        return noClasses()
                .should()
                .callCodeUnitWhere(target(describe("a blocking operator of Reactor", HouseRules::blocks)))
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a blocked event loop stands still for everybody on it")
                .allowEmptyShould(true);
    }

    static ArchRule noThreadLocalAndNoHooks() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ThreadLocal.class, reactor.core.publisher.Hooks.class)
                .because("what belongs to a pipeline travels in its Context")
                .allowEmptyShould(true);
    }

    static ArchRule standardStreamsAreTheApplications() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true);
    }

    static ArchRule nounsOnly() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Base|Common)")
                .because("a name without a noun collects whatever has no home")
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNullMarked() {
        return classes()
                .should(new ArchCondition<>("live in a @NullMarked package") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    item, item.getPackageName() + " lacks a package-info.java with @NullMarked"));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static String[] packages(Collection<String> rooms) {
        return rooms.stream().map(room -> House.ROOT + "." + room).toArray(String[]::new);
    }

    private static boolean blocks(CodeUnitCallTarget target) {
        return BLOCKING.contains(target.getName())
                && target.getOwner().getPackageName().startsWith("reactor.core.publisher");
    }

    private static boolean isCovered(JavaClass javaClass, String entry) {
        return entry.endsWith(".")
                ? javaClass.getName().startsWith(entry)
                : outermost(javaClass).equals(entry);
    }

    private static String outermost(JavaClass javaClass) {
        String name = javaClass.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
