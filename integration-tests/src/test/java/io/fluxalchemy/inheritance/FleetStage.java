package io.fluxalchemy.inheritance;

import static io.fluxalchemy.sql.Sql.sql;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.inheritance.fleet.Bike;
import io.fluxalchemy.inheritance.fleet.Car;
import io.fluxalchemy.inheritance.fleet.Depot;
import io.fluxalchemy.inheritance.fleet.Hauler;
import io.fluxalchemy.inheritance.fleet.Label;
import io.fluxalchemy.inheritance.fleet.Service;
import io.fluxalchemy.inheritance.fleet.Trip;
import io.fluxalchemy.inheritance.fleet.Truck;
import io.fluxalchemy.inheritance.fleet.Vehicle;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.TestDatabase;
import io.fluxalchemy.testkit.engine.Statements;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A fleet of vehicles of five classes on one database, as the suites of this package read and write it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class FleetStage {

    private static final Duration SOON = Duration.ofSeconds(60);

    final Statements statements = new Statements();
    AsyncEngine engine;
    AsyncSessionFactory sessions;

    abstract TestDatabase database();

    @BeforeAll
    void open() {
        engine = AsyncEngine.builder()
                .url(database().url())
                .maxSize(2)
                .listener(statements)
                .build();
        sessions = AsyncSessionFactory.of(
                engine,
                Hauler.class, // before what it extends
                Depot.class,
                Vehicle.class,
                Bike.class,
                Car.class,
                Truck.class,
                Trip.class,
                Service.class,
                Label.class);
        await(sessions.dropAll().then(sessions.createAll()));
    }

    @AfterAll
    void close() {
        await(engine.close());
    }

    @BeforeEach
    void clear() {
        Flux.just(
                        "delete from trip",
                        "delete from service",
                        "delete from vehicle_label",
                        "delete from label",
                        "update depot set flagship_id = null, reserve_id = null",
                        "update vehicle set depot_id = null, towed_id = null",
                        "delete from vehicle",
                        "delete from depot")
                .concatMap(text -> engine.execute(sql(text)))
                .blockLast(SOON);
    }

    static <T> T await(Mono<T> work) {
        return work.block(SOON);
    }

    static <T> List<T> await(Flux<T> work) {
        return work.collectList().block(SOON);
    }

    final Depot fleet() {
        Truck truck = new Truck("truck", 200, "7.50");
        truck.drive("Gdańsk");
        truck.drive("Łódź");
        Hauler hauler = new Hauler("hauler", 500, "40.00", 6);
        hauler.chassis = "steel";
        hauler.drive("Berlin");
        Depot depot = new Depot("Kraków", new Bike("bike", "carbon"), new Car("car", 90, 5), truck, hauler);
        depot.vehicles.forEach(vehicle -> vehicle.services.add(new Service(vehicle, LocalDate.of(2026, 1, 1))));
        depot.flagship = hauler;
        depot.reserve = truck;
        await(sessions.transaction(s -> s.persist(depot)));
        statements.reset();
        return depot;
    }

    static Map<String, Class<?>> kinds(List<? extends Vehicle> vehicles) {
        return vehicles.stream().collect(Collectors.toMap(Vehicle::getName, Object::getClass));
    }
}
