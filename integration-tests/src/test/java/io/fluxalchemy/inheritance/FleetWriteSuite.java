package io.fluxalchemy.inheritance;

import static io.fluxalchemy.inheritance.fleet.Bike_.BIKE;
import static io.fluxalchemy.inheritance.fleet.Depot_.DEPOT;
import static io.fluxalchemy.inheritance.fleet.Hauler_.HAULER;
import static io.fluxalchemy.inheritance.fleet.Label_.LABEL;
import static io.fluxalchemy.inheritance.fleet.Service_.SERVICE;
import static io.fluxalchemy.inheritance.fleet.Trip_.TRIP;
import static io.fluxalchemy.inheritance.fleet.Truck_.TRUCK;
import static io.fluxalchemy.inheritance.fleet.Vehicle_.VEHICLE;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.MappingException;
import io.fluxalchemy.inheritance.fleet.Bike;
import io.fluxalchemy.inheritance.fleet.Car;
import io.fluxalchemy.inheritance.fleet.Depot;
import io.fluxalchemy.inheritance.fleet.Engine;
import io.fluxalchemy.inheritance.fleet.Hauler;
import io.fluxalchemy.inheritance.fleet.Label;
import io.fluxalchemy.inheritance.fleet.Service;
import io.fluxalchemy.inheritance.fleet.Trip;
import io.fluxalchemy.inheritance.fleet.Truck;
import io.fluxalchemy.inheritance.fleet.Vehicle;
import io.fluxalchemy.mapping.flush.FlushRefusedException;
import io.fluxalchemy.mapping.flush.StaleEntityException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written of a hierarchy, and what is refused. */
abstract class FleetWriteSuite extends FleetStage {

    @Test
    void mixedClassesAreWrittenInOneStatementPerTableAndShape() {
        Depot depot = new Depot("Gdynia");
        List<Vehicle> many = new ArrayList<>();
        IntStream.range(0, 33).forEach(i -> {
            many.add(new Bike("b" + i, null));
            many.add(new Truck("t" + i, i, "1.00"));
            many.add(new Car("c" + i, i, i));
        });
        many.forEach(vehicle -> {
            vehicle.depot = depot;
            depot.vehicles.add(vehicle);
        });
        statements.reset();
        await(sessions.transaction(s -> s.persist(depot)));
        statements.assertCount(4); // the depot, bikes, trucks, cars
        assertThat(many).allSatisfy(vehicle -> assertThat(vehicle.id).isNotNull());

        statements.reset();
        await(sessions.transaction(s -> s.all(select(VEHICLE)).doOnNext(all -> {
            statements.reset();
            all.forEach(vehicle -> vehicle.name = "new " + vehicle.name);
        })));
        statements.assertCount(1);
        assertThat(await(
                        engine.count(select(VEHICLE.id).where(VEHICLE.name.startsWith("new "), VEHICLE.version.eq(1)))))
                .isEqualTo(99);

        statements.reset();
        await(sessions.transaction(s -> s.get(DEPOT, depot.id).doOnNext(s::delete)));
        assertThat(await(engine.count(select(VEHICLE.id)))).isZero();
    }

    @Test
    void changesOfEverySubclassAreFoundAndVersionsCount() {
        Depot depot = fleet();

        await(sessions.transaction(s -> s.get(DEPOT, depot.id, selectin(DEPOT.vehicles))
                .doOnNext(found -> {
                    for (Vehicle vehicle : found.vehicles) {
                        if (vehicle instanceof Hauler hauler) {
                            hauler.chassis = "titanium";
                            hauler.towed = found.vehicles.get(1);
                        } else if (vehicle instanceof Car car) {
                            car.engine = new Engine("gas", 1);
                        }
                    }
                })));

        Hauler hauler = await(sessions.read(s -> s.get(HAULER, depot.flagship.id, selectin(HAULER.towed))));
        assertThat(hauler.chassis).isEqualTo("titanium");
        assertThat(hauler.version).isEqualTo(1);
        assertThat(hauler.towed).isExactlyInstanceOf(Car.class);
        assertThat(((Car) hauler.towed).engine).isEqualTo(new Engine("gas", 1));
        assertThat(await(engine.one(select(BIKE.version)))).isZero();

        Hauler detached = await(sessions.read(s -> s.get(HAULER, depot.flagship.id)));
        detached.axles = 8;
        Hauler merged = await(sessions.transaction(s -> s.merge(detached)));
        assertThat(merged.version).isEqualTo(2);
        assertThat(await(engine.one(select(HAULER.axles)))).isEqualTo(8);
        assertThatThrownBy(() -> await(sessions.transaction(s -> s.merge(detached))))
                .isInstanceOf(StaleEntityException.class);
    }

    @Test
    void staleRowsOfEveryClassAreNamed() {
        Depot depot = fleet();
        long bike = depot.vehicles.get(0).id;
        long truck = depot.reserve.id;

        assertThatThrownBy(() -> await(sessions.transaction(s -> s.all(select(VEHICLE))
                        .flatMap(all -> s.execute(sql("update vehicle set version = 7 where id in (:a, :b)")
                                        .bind("a", bike)
                                        .bind("b", truck))
                                .doOnNext(rows -> all.forEach(vehicle -> vehicle.name = "new"))))))
                .isInstanceOfSatisfying(
                        StaleEntityException.class,
                        stale -> assertThat(stale.rows())
                                .extracting(row -> row.entity().getSimpleName() + row.id())
                                .containsExactlyInAnyOrder("Bike" + bike, "Truck" + truck));
    }

    @Test
    void refreshReadsTheColumnsOfItsClassAgain() {
        Depot depot = fleet();

        await(sessions.transaction(s -> s.get(VEHICLE, depot.flagship.id)
                .flatMap(vehicle -> s.execute(sql("update vehicle set axles = 10 where id = :id")
                                .bind("id", depot.flagship.id))
                        .then(s.refresh(vehicle)))
                .doOnNext(vehicle -> assertThat(vehicle.wheels()).isEqualTo(20))));
        assertThatThrownBy(() -> await(sessions.transaction(s -> s.get(VEHICLE, depot.flagship.id)
                        .flatMap(vehicle -> s.execute(sql("update vehicle set kind = 'Truck' where id = :id")
                                        .bind("id", depot.flagship.id))
                                .then(s.one(select(VEHICLE)
                                        .where(VEHICLE.id.eq(depot.flagship.id))
                                        .forUpdate()))))))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "row " + depot.flagship.id + " of table vehicle is a Hauler in this session and a Truck in the"
                                + " database: the class of a row cannot change while a session has it; end the session, or expunge"
                                + " the object");
    }

    @Test
    void orphansOfEveryClassAreRemovedAndCascadesReachTheirOwnRelations() {
        Depot depot = fleet();

        await(sessions.transaction(s -> s.get(
                        DEPOT,
                        depot.id,
                        selectin(DEPOT.vehicles)
                                .then(selectin(VEHICLE.services), VEHICLE.whenIs(TRUCK, selectin(TRUCK.trips))))
                .doOnNext(found -> {
                    found.flagship = null;
                    found.reserve = null;
                    found.vehicles.removeIf(Truck.class::isInstance);
                })));
        assertThat(await(engine.all(select(VEHICLE.name).orderBy(VEHICLE.name.asc()))))
                .containsExactly("bike", "car");
        assertThat(await(engine.count(select(TRIP.id)))).isZero();
        assertThat(await(engine.count(select(SERVICE.id)))).isEqualTo(2);

        await(sessions.transaction(s -> s.get(DEPOT, depot.id).doOnNext(s::delete)));
        assertThat(await(engine.count(select(VEHICLE.id)))).isZero();
    }

    @Test
    void linksOfTheRootAreThoseOfEveryClass() {
        Depot depot = fleet();
        await(sessions.transaction(s -> s.all(select(VEHICLE).options(selectin(VEHICLE.labels)))
                .doOnNext(vehicles -> {
                    Label red = s.add(new Label("red"));
                    vehicles.forEach(vehicle -> vehicle.labels.add(red));
                })));

        Label red = await(sessions.read(s -> s.get(LABEL, "red", selectin(LABEL.vehicles))));
        assertThat(red.vehicles).extracting(Vehicle::getName).containsExactly("bike", "car", "hauler", "truck");
        assertThat(await(engine.count(select(TRUCK.id).where(TRUCK.labels.contains(red)))))
                .isEqualTo(2);
        assertThat(depot.id).isNotNull();
        await(sessions.transaction(s ->
                s.get(HAULER, depot.flagship.id, selectin(HAULER.labels)).doOnNext(hauler -> hauler.labels.clear())));
        assertThat(await(sessions.read(s -> s.get(LABEL, "red", selectin(LABEL.vehicles)))).vehicles)
                .hasSize(3);
    }

    @Test
    void aNullInASubclassIsRefusedThoughItsColumnMayBeNull() {
        assertThatThrownBy(() -> await(sessions.transaction(s -> s.persist(new Car("car", 1, null)))))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessage(
                        "Car+1: Car.seats is null and must not be: set it before the flush, or make the attribute nullable");
        await(sessions.transaction(s -> s.persist(new Bike("bike", null))));
    }

    @Test
    void aRowOfAnUnknownClassIsAClearError() {
        Depot depot = fleet();
        AsyncSessionFactory some = AsyncSessionFactory.of(
                engine,
                Vehicle.class,
                Bike.class,
                Car.class,
                Depot.class,
                Service.class,
                Label.class,
                Truck.class,
                Trip.class);
        assertThatThrownBy(() -> await(some.read(s -> s.all(select(TRUCK).orderBy(TRUCK.name.asc())))))
                .isInstanceOf(MappingException.class)
                .hasMessage("row " + depot.flagship.id
                        + " of table vehicle has 'heavy' in column kind, and this session factory"
                        + " knows Truck for Truck: add Hauler.class to AsyncSessionFactory.of(…)");
        await(engine.execute(sql("update vehicle set kind = 'Boat' where name = 'bike'")));
        assertThatThrownBy(() -> await(sessions.read(s -> s.all(select(VEHICLE).orderBy(VEHICLE.name.asc())))))
                .isInstanceOf(MappingException.class)
                .hasMessageEndingWith(
                        "has 'Boat' in column kind, and this session factory knows Bike for Bike, Car for Car, Truck for Truck,"
                                + " heavy for Hauler: map a class with that @DiscriminatorValue and add it to"
                                + " AsyncSessionFactory.of(…), or correct the row");
    }
}
