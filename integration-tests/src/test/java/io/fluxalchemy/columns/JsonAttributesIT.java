package io.fluxalchemy.columns;

import static io.fluxalchemy.columns.ColumnDatabases.await;
import static io.fluxalchemy.columns.people.Profile_.PROFILE;
import static io.fluxalchemy.sql.Sql.count;
import static io.fluxalchemy.sql.Sql.select;
import static io.fluxalchemy.sql.Sql.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxalchemy.columns.people.Contact;
import io.fluxalchemy.columns.people.Notes;
import io.fluxalchemy.columns.people.Phone;
import io.fluxalchemy.columns.people.Profile;
import io.fluxalchemy.columns.people.Settings;
import io.fluxalchemy.error.ConversionException;
import io.fluxalchemy.mapping.flush.FlushRefusedException;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.sql.Condition;
import io.fluxalchemy.testkit.database.DatabaseKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code @Json} attributes and JSON columns, by the codec that reactive-jackson brings. */
class JsonAttributesIT {

    @RegisterExtension
    static final ColumnDatabases DATABASES = new ColumnDatabases(Profile.class);

    private static final Settings SETTINGS = new Settings(
            "dark \"😀\" it's \\ $1", LocalDate.of(2026, 2, 28), new Settings.Screen(80, true), List.of("a", ""));
    private static final List<Phone> PHONES = List.of(new Phone("1", 1), new Phone("2", 2));

    private static Profile full() {
        Profile profile = new Profile("full");
        profile.settings = SETTINGS;
        profile.phones = PHONES;
        profile.phonesByPlace = Map.of("home", PHONES);
        profile.anything =
                new HashMap<>(Map.of("n", 1, "d", 1.5, "list", Arrays.asList("x", null), "map", Map.of("k", true)));
        profile.anything.put("nothing", null);
        profile.notes = new Notes();
        profile.notes.lines.add("one");
        profile.contact = new Contact("a@b", PHONES);
        profile.kept = PHONES;
        return profile;
    }

    private static Long stored(DatabaseKind kind, Profile profile) {
        return await(DATABASES.sessions(kind).transaction(s -> s.persist(profile))).id;
    }

    private static Profile read(DatabaseKind kind, Long id) {
        return await(DATABASES.sessions(kind).read(s -> s.get(PROFILE, id)));
    }

    private static List<String> updatesOf(DatabaseKind kind, Long id, Consumer<Profile> change) {
        AsyncSessionFactory sessions = DATABASES.sessions(kind);
        DATABASES.forget();
        await(sessions.transaction(s -> s.get(PROFILE, id).doOnNext(change)));
        return DATABASES.statements().stream()
                .filter(text -> !text.startsWith("select"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void documentsOfEveryKindComeBackWithTheirClasses(DatabaseKind kind) {
        Profile before = full();
        Profile after = read(kind, stored(kind, before));
        assertThat(after.settings).isEqualTo(SETTINGS);
        assertThat(after.phones).isEqualTo(PHONES);
        assertThat(after.phonesByPlace).isEqualTo(Map.of("home", PHONES));
        assertThat(after.anything).isEqualTo(before.anything);
        assertThat(after.notes).usingRecursiveComparison().isEqualTo(before.notes);
        assertThat(after.contact).isEqualTo(before.contact);
        assertThat(after.kept).isEqualTo(PHONES);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aNullAttributeIsSqlNull(DatabaseKind kind) {
        Long id = stored(kind, new Profile("empty"));
        Profile after = read(kind, id);
        assertThat(after.settings).isNull();
        assertThat(after.phones).isNull();
        Condition isNull = PROFILE.settings.isNull().and(PROFILE.phones.isNull());
        assertThat(await(DATABASES
                        .engine(kind)
                        .one(select(count(PROFILE.id)).from(PROFILE).where(PROFILE.id.eq(id), isNull))))
                .isEqualTo(1);
        assertThat(updatesOf(kind, id, profile -> profile.phones = PHONES)).hasSize(1);
        assertThat(updatesOf(kind, id, profile -> profile.phones = null)).hasSize(1);
        assertThat(read(kind, id).phones).isNull();
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aChangeInsideADocumentIsWrittenAndNothingElseIs(DatabaseKind kind) {
        Long id = stored(kind, full());
        assertThat(updatesOf(kind, id, profile -> {})).isEmpty();
        assertThat(updatesOf(
                        kind,
                        id,
                        profile -> profile.settings =
                                new Settings(SETTINGS.theme(), SETTINGS.since(), SETTINGS.screen(), SETTINGS.tags())))
                .as("an equal document")
                .isEmpty();
        List<String> written = updatesOf(kind, id, profile -> profile.notes.lines.add("two"));
        assertThat(written).singleElement().asString().contains("notes").doesNotContain("phones");
        assertThat(read(kind, id).notes.lines).containsExactly("one", "two");
        assertThat(updatesOf(kind, id, profile -> profile.anything.put("n", 2))).hasSize(1);
        assertThat(read(kind, id).anything).containsEntry("n", 2);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDocumentChangedTwiceInOneSessionIsWrittenTwice(DatabaseKind kind) {
        Long id = stored(kind, full());
        await(DATABASES
                .sessions(kind)
                .transaction(s -> s.get(PROFILE, id)
                        .doOnNext(profile -> profile.notes.lines.add("two"))
                        .flatMap(profile -> s.flush().thenReturn(profile))
                        .doOnNext(profile -> profile.notes.lines.add("three"))));
        assertThat(read(kind, id).notes.lines).containsExactly("one", "two", "three");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void jsonNullIsNotSqlNull(DatabaseKind kind) {
        Long id = stored(kind, full());
        String json = kind == DatabaseKind.H2 ? "json 'null'" : "'null'";
        await(DATABASES.engine(kind).execute(sql("update profile set phones = " + json + " where id = " + id)));
        assertThat(await(DATABASES
                        .engine(kind)
                        .one(select(count(PROFILE.id))
                                .from(PROFILE)
                                .where(PROFILE.id.eq(id), PROFILE.phones.isNull()))))
                .isZero();
        assertThatThrownBy(() -> read(kind, id))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("phones")
                .hasMessageContaining("java.util.List<" + Phone.class.getName() + ">")
                .hasMessageContaining("JSON null");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDocumentOfAnotherClassNamesColumnAndClass(DatabaseKind kind) {
        Long id = stored(kind, full());
        String json = (kind == DatabaseKind.H2 ? "json " : "") + "'{\"secret\": 1}'";
        await(DATABASES.engine(kind).execute(sql("update profile set settings = " + json + " where id = " + id)));
        assertThatThrownBy(() -> read(kind, id))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("settings")
                .hasMessageContaining(Settings.class.getName())
                .message()
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aDocumentThatCannotBeWrittenIsRefusedBeforeAnythingIs(DatabaseKind kind) {
        Profile profile = full();
        profile.anything.put("self", profile.anything);
        DATABASES.sessions(kind);
        DATABASES.forget();
        assertThatThrownBy(() -> stored(kind, profile))
                .isInstanceOf(FlushRefusedException.class)
                .hasMessageContaining("Profile.anything")
                .hasMessageContaining("cannot write a java.util.Map<java.lang.String, java.lang.Object>");
        assertThat(DATABASES.statements()).noneMatch(text -> text.startsWith("insert"));
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void queriesReachIntoDocuments(DatabaseKind kind) {
        Long id = stored(kind, full());
        assertThat(await(DATABASES
                        .engine(kind)
                        .one(select(
                                        PROFILE.settings.text("theme"),
                                        PROFILE.settings.text("screen", "dark"),
                                        PROFILE.phones)
                                .into((theme, dark, phones) -> theme + " " + dark + " " + phones)
                                .from(PROFILE)
                                .where(PROFILE.id.eq(id)))))
                .isEqualTo(SETTINGS.theme() + (kind == DatabaseKind.MARIADB ? " 1 " : " true ") + PHONES);
    }
}
