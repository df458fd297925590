package io.fluxalchemy.inheritance;

import static io.fluxalchemy.inheritance.fleet.Bike_.BIKE;
import static io.fluxalchemy.inheritance.fleet.Car_.CAR;
import static io.fluxalchemy.inheritance.fleet.Depot_.DEPOT;
import static io.fluxalchemy.inheritance.fleet.Hauler_.HAULER;
import static io.fluxalchemy.inheritance.fleet.Trip_.TRIP;
import static io.fluxalchemy.inheritance.fleet.Truck_.TRUCK;
import static io.fluxalchemy.inheritance.fleet.Vehicle_.VEHICLE;
import static io.fluxalchemy.mapping.load.Load.joined;
import static io.fluxalchemy.mapping.load.Load.raise;
import static io.fluxalchemy.mapping.load.Load.selectin;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.deleteFrom;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static io.fluxalchemy.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.error.StatementException;
import io.fluxalchemy.inheritance.fleet.Bike;
import io.fluxalchemy.inheritance.fleet.Car;
import io.fluxalchemy.inheritance.fleet.Depot;
import io.fluxalchemy.inheritance.fleet.Engine;
import io.fluxalchemy.inheritance.fleet.Hauler;
import io.fluxalchemy.inheritance.fleet.Truck;
import io.fluxalchemy.inheritance.fleet.Vehicle;
import io.fluxalchemy.mapping.model.EntityReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is read of a hierarchy: its rows come as the classes they are of. */
abstract class FleetReadSuite extends FleetStage {

    @Test
    void theRootIsReadAsTheClassesItsRowsAreOf() {
        fleet();

        List<Vehicle> vehicles = await(sessions.read(s -> s.all(select(VEHICLE).orderBy(VEHICLE.name.asc()))));

        statements.assertCount(1);
        assertThat(vehicles)
                .extracting(Object::getClass)
                .containsExactly(Bike.class, Car.class, Hauler.class, Truck.class);
        Bike bike = (Bike) vehicles.get(0);
        Car car = (Car) vehicles.get(1);
        Hauler hauler = (Hauler) vehicles.get(2);
        assertThat(bike.frame).isEqualTo("carbon");
        assertThat(car.seats).isEqualTo(5);
        assertThat(car.power).isEqualTo(90);
        assertThat(car.engine).isEqualTo(new Engine("diesel", 900));
        assertThat(hauler.payload).isEqualByComparingTo("40.00");
        assertThat(hauler.axles).isEqualTo(6);
        assertThat(hauler.chassis).isEqualTo("steel");
        assertThat(vehicles).extracting(v -> v.kind).containsExactly("Bike", "Car", "heavy", "Truck");
    }

    @Test
    void aSubclassIsReadWithThoseThatExtendIt() {
        fleet();

        List<Truck> trucks = await(sessions.read(s -> s.all(select(TRUCK).orderBy(TRUCK.name.asc()))));
        List<Hauler> haulers = await(sessions.read(s -> s.all(select(HAULER))));

        statements.assertCount(2);
        assertThat(kinds(trucks)).isEqualTo(Map.of("truck", Truck.class, "hauler", Hauler.class));
        assertThat(((Hauler) trucks.get(0)).axles).isEqualTo(6);
        assertThat(haulers).extracting(Vehicle::getName).containsExactly("hauler");
    }

    @Test
    void columnsJoinsCountsAndWritesOfASubclassMeanItsRowsOnly() {
        fleet();

        assertThat(await(engine.all(select(TRUCK.name).orderBy(TRUCK.name.asc()))))
                .containsExactly("hauler", "truck");
        assertThat(await(engine.one(select(count(BIKE.id))))).isEqualTo(1);
        assertThat(await(engine.count(select(TRUCK.id)))).isEqualTo(2);
        assertThat(await(engine.all(select(DEPOT.city, TRUCK.name)
                        .from(DEPOT)
                        .join(TRUCK, TRUCK.depotId.eq(DEPOT.id))
                        .orderBy(TRUCK.name.asc()))))
                .extracting(row -> row.get(TRUCK.name))
                .containsExactly("hauler", "truck");
        assertThat(await(engine.all(select(DEPOT.city, CAR.name)
                        .from(DEPOT)
                        .leftJoin(CAR, CAR.depotId.eq(DEPOT.id).and(CAR.seats.gt(100))))))
                .extracting(row -> row.getOrNull(CAR.name))
                .containsExactly((String) null);
        assertThat(await(engine.all(select(DEPOT.city).where(DEPOT.reserve.has(TRUCK.power.gt(100))))))
                .containsExactly("Kraków");
        assertThat(await(engine.execute(
                        update(TRUCK).set(TRUCK.payload, BigDecimal.ONE).everyRow())))
                .isEqualTo(2);
        assertThat(await(engine.execute(deleteFrom(BIKE).where(BIKE.frame.eq("steel")))))
                .isZero();
        assertThatThrownBy(() ->
                        await(engine.all(select(DEPOT.city).from(DEPOT).rightJoin(TRUCK, TRUCK.depotId.eq(DEPOT.id)))))
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        "vehicle means a part of the rows of its table, which a right join cannot tell apart: join it with"
                                + " leftJoin, or as a sub-query with as(\"…\")");
    }

    @Test
    void isAAndTreatAskForASubclass() {
        fleet();

        List<Vehicle> strong = await(sessions.read(s -> s.all(select(VEHICLE)
                .where(VEHICLE.isA(TRUCK), VEHICLE.treat(TRUCK).payload.gt(10)))));
        assertThat(strong).extracting(Vehicle::getName).containsExactly("hauler");
        List<Vehicle> others = await(sessions.read(
                s -> s.all(select(VEHICLE).where(VEHICLE.isA(TRUCK).not()).orderBy(VEHICLE.name.asc()))));
        assertThat(others).extracting(Vehicle::getName).containsExactly("bike", "car");
        var car = VEHICLE.treat(CAR);
        assertThat(await(engine.all(select(VEHICLE.name, car.seats).orderBy(VEHICLE.name.asc()))))
                .extracting(row -> row.getOrNull(car.seats))
                .containsExactly(null, 5, null, null);
        var alias = VEHICLE.as("v");
        List<Vehicle> aliased = await(sessions.read(s -> s.all(select(alias)
                .where(
                        alias.isA(VEHICLE),
                        alias.treat(HAULER).axles.eq(6),
                        alias.treat(VEHICLE).name.eq("hauler")))));
        assertThat(kinds(aliased)).isEqualTo(Map.of("hauler", Hauler.class));
    }

    @Test
    void getFindsARowOnlyAsWhatItIs() {
        Depot depot = fleet();
        long bike = depot.vehicles.get(0).id;
        long hauler = depot.flagship.id;

        await(sessions.read(s -> s.get(VEHICLE, hauler)
                .flatMap(vehicle -> s.get(TRUCK, hauler)
                        .flatMap(truck -> s.get(HAULER, hauler)
                                .doOnNext(same ->
                                        assertThat(same).isSameAs(vehicle).isSameAs(truck))))));
        statements.assertCount(1);
        Truck none = await(sessions.read(s -> s.get(TRUCK, bike)));
        assertThat(none).isNull();
        statements.reset();
        Truck stillNone = await(sessions.read(s -> s.get(VEHICLE, bike).then(s.get(TRUCK, bike))));
        assertThat(stillNone).isNull();
        statements.assertCount(1);
        List<Truck> some = await(sessions.read(s -> s.get(VEHICLE, bike).then(s.getAll(TRUCK, List.of(bike, hauler)))));
        assertThat(some).extracting(Vehicle::getName).containsExactly("hauler");
    }

    @Test
    void relationsToTheRootAndToASubclassAreLoaded() {
        fleet();

        for (Depot depot : List.of(
                await(sessions.read(s -> s.one(select(DEPOT)
                        .options(selectin(DEPOT.vehicles), selectin(DEPOT.flagship), selectin(DEPOT.reserve))))),
                await(sessions.read(s -> s.one(
                        select(DEPOT).options(joined(DEPOT.vehicles), joined(DEPOT.flagship), joined(DEPOT.reserve))))),
                await(sessions.readMany(s -> s.stream(select(DEPOT)
                                .options(selectin(DEPOT.vehicles), selectin(DEPOT.flagship), selectin(DEPOT.reserve)))))
                        .get(0))) {
            assertThat(kinds(depot.vehicles))
                    .isEqualTo(
                            Map.of("bike", Bike.class, "car", Car.class, "truck", Truck.class, "hauler", Hauler.class));
            assertThat(depot.flagship).isExactlyInstanceOf(Hauler.class).isIn(depot.vehicles);
            assertThat(((Hauler) depot.flagship).chassis).isEqualTo("steel");
            assertThat(depot.reserve).isExactlyInstanceOf(Truck.class).isIn(depot.vehicles);
            assertThat(depot.vehicles)
                    .allSatisfy(vehicle -> assertThat(vehicle.depot).isSameAs(depot));
        }
        Depot limited = await(sessions.read(s -> s.one(select(DEPOT)
                .options(selectin(DEPOT.vehicles).orderBy(VEHICLE.name.desc()).limit(2)))));
        assertThat(kinds(limited.vehicles)).isEqualTo(Map.of("truck", Truck.class, "hauler", Hauler.class));
    }

    @Test
    void anUnloadedReferenceStandsForTheDeclaredClassUntilItIsLoaded() {
        Depot stored = fleet();

        await(sessions.read(s -> s.get(DEPOT, stored.id).flatMap(depot -> {
            assertThat(depot.flagship).isInstanceOf(EntityReference.class).isNotInstanceOf(Hauler.class);
            assertThat(((EntityReference) depot.flagship).referencedId()).isEqualTo(stored.flagship.id);
            assertThatThrownBy(() -> depot.flagship.wheels())
                    .hasMessageStartingWith(
                            "Vehicle " + stored.flagship.id + " is not loaded, only its id is known: wheels()");
            return s.load(depot, DEPOT.flagship).doOnNext(flagship -> {
                assertThat(flagship).isExactlyInstanceOf(Hauler.class).isSameAs(depot.flagship);
                assertThat(flagship.wheels()).isEqualTo(12);
            });
        })));
    }

    @Test
    void loadsForASubclassAreForItsEntitiesOnly() {
        fleet();

        List<Vehicle> vehicles = await(sessions.read(s -> s.all(select(VEHICLE)
                .options(
                        selectin(VEHICLE.depot).then(selectin(DEPOT.vehicles)),
                        VEHICLE.whenIs(TRUCK, selectin(TRUCK.trips)),
                        VEHICLE.whenIs(BIKE, raise(BIKE.services))))));
        statements.assertCount(4);
        assertThat(vehicles)
                .filteredOn(Truck.class::isInstance)
                .allSatisfy(vehicle -> assertThat(((Truck) vehicle).trips).isNotEmpty());

        var alias = VEHICLE.as("v");
        statements.reset();
        Depot depot = await(sessions.read(s -> s.one(select(DEPOT)
                .options(selectin(DEPOT.vehicles)
                        .then(
                                alias.whenIs(TRUCK, joined(TRUCK.trips)),
                                VEHICLE.whenIs(TRUCK, TRUCK.whenIs(HAULER, selectin(HAULER.services))))))));
        statements.assertCount(4);
        for (Vehicle vehicle : depot.vehicles) {
            if (vehicle instanceof Truck truck) {
                assertThat(truck.trips).isNotEmpty();
            }
            if (vehicle instanceof Hauler hauler) {
                assertThat(hauler.services).hasSize(1);
            } else {
                assertThatThrownBy(() -> vehicle.services.size()).hasMessageContaining("is not loaded");
            }
        }
        List<Truck> trucks = await(sessions.read(s ->
                s.all(select(TRUCK).options(selectin(VEHICLE.services), joined(TRUCK.trips), selectin(TRUCK.depot)))));
        assertThat(trucks).hasSize(2).allSatisfy(truck -> {
            assertThat(truck.services).hasSize(1);
            assertThat(truck.trips).isNotEmpty();
            assertThat(truck.depot.city).isEqualTo("Kraków");
        });
        assertThatThrownBy(() -> await(sessions.read(s -> s.all(select(VEHICLE)
                        .options(VEHICLE.whenIs(TRUCK, selectin(VEHICLE.depot)))
                        .union(select(VEHICLE))))))
                .isInstanceOf(StatementException.class)
                .hasMessageContaining("select ids and read the entities with getAll");
    }

    @Test
    void loadingForOneServesItsNeighboursOfTheSameClass() {
        fleet();

        await(sessions.read(s -> s.all(select(VEHICLE).orderBy(VEHICLE.name.desc()))
                .flatMap(vehicles -> {
                    statements.reset();
                    Truck truck = (Truck) vehicles.get(0);
                    return s.load(truck, TRUCK.trips).doOnNext(trips -> {
                        assertThat(trips).extracting(trip -> trip.destination).containsExactly("Gdańsk", "Łódź");
                        assertThat(((Hauler) vehicles.get(1)).trips).hasSize(1);
                        statements.assertCount(1);
                    });
                })));
    }

    @Test
    void entitiesInProjectionsGroupsPagesAndTextAreOfTheirClasses() {
        fleet();
        record Row(String city, Vehicle vehicle, long trips) {}

        List<Row> rows = await(sessions.read(s -> s.all(select(DEPOT.city, VEHICLE, count(TRIP.id))
                .into(Row::new)
                .from(VEHICLE)
                .join(VEHICLE.depot)
                .leftJoin(TRIP, TRIP.truckId.eq(VEHICLE.id))
                .groupBy(DEPOT.city, VEHICLE)
                .orderBy(VEHICLE.name.asc()))));
        assertThat(rows).extracting(Row::trips).containsExactly(0L, 0L, 1L, 2L);
        assertThat(((Hauler) rows.get(2).vehicle()).axles).isEqualTo(6);
        assertThat(((Truck) rows.get(3).vehicle()).payload).isEqualByComparingTo("7.5");

        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            String after = cursor;
            var page = await(sessions.read(s -> s.page(select(VEHICLE)
                    .options(VEHICLE.whenIs(TRUCK, selectin(TRUCK.trips)))
                    .orderBy(VEHICLE.kind.desc(), VEHICLE.id.asc())
                    .after(after)
                    .limit(3))));
            page.items().forEach(vehicle -> paged.add(vehicle.getClass().getSimpleName()));
            cursor = page.next().orElse(null);
        } while (cursor != null);
        assertThat(paged).hasSize(4).containsOnlyOnce("Bike", "Hauler", "Car", "Truck");

        List<Vehicle> text = await(sessions.read(s -> s.all(
                sql("select * from vehicle where name like :n").bind("n", "%r").as(VEHICLE))));
        assertThat(kinds(text)).isEqualTo(Map.of("car", Car.class, "hauler", Hauler.class));
    }

    @Test
    void streamsReadInWindowsWithTheRelationsOfEachClass() {
        await(sessions.transactionMany(s -> s.insertAll(Flux.range(0, 1_200)
                .map(i -> i % 2 == 0 ? new Bike("bike " + i, "steel") : new Truck("truck " + i, i, "1.00")))));
        Truck first = await(sessions.transaction(
                s -> s.first(select(TRUCK).orderBy(TRUCK.id.asc()).options(selectin(TRUCK.trips)))
                        .doOnNext(truck -> truck.drive("Sopot"))));

        List<Vehicle> vehicles = await(sessions.readMany(s -> s.stream(
                select(VEHICLE).orderBy(VEHICLE.id.asc()).options(VEHICLE.whenIs(TRUCK, selectin(TRUCK.trips))))));

        assertThat(vehicles).hasSize(1_200);
        assertThat(vehicles)
                .filteredOn(Truck.class::isInstance)
                .hasSize(600)
                .allSatisfy(
                        vehicle -> assertThat(((Truck) vehicle).trips).hasSize(vehicle.id.equals(first.id) ? 1 : 0));
        assertThat(vehicles).filteredOn(Bike.class::isInstance).hasSize(600);
        assertThat(await(sessions.readMany(s -> s.stream(select(BIKE))))).hasSize(600);
    }
}
