package io.fluxalchemy.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** The service over real HTTP, on an embedded PostgreSQL. */
class BookshopTest {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private static ConfigurableApplicationContext shop;
    private static WebTestClient client;

    @BeforeAll
    static void open() {
        shop = SpringApplication.run(Bookshop.class, "--server.port=0", "--spring.main.banner-mode=off");
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + shop.getEnvironment().getProperty("local.server.port"))
                .build();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void anAuthorIsCreatedWithBooksAndComesBack() {
        int id = create("Ursula K. Le Guin", "The Dispossessed", "The Lathe of Heaven");
        client.get()
                .uri("/authors/{id}", id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"id": %d, "name": "Ursula K. Le Guin",
                 "books": [{"title": "The Dispossessed", "price": 9.50}, {"title": "The Lathe of Heaven", "price": 9.50}]}
                """.formatted(id));
    }

    @Test
    void anUnknownAuthorIsNotFound() {
        client.get().uri("/authors/-1").exchange().expectStatus().isNotFound();
        client.put()
                .uri("/authors/-1/name")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("x")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.delete().uri("/authors/-1").exchange().expectStatus().isNotFound();
    }

    @Test
    void renamingKeepsTheBooks() {
        int id = create("Stanislav Lem", "Solaris");
        client.put()
                .uri("/authors/{id}/name", id)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("Stanisław Lem")
                .exchange()
                .expectStatus()
                .isOk();
        client.get().uri("/authors/{id}", id).exchange().expectBody().json("""
                {"name": "Stanisław Lem", "books": [{"title": "Solaris"}]}
                """);
    }

    @Test
    void deletingAnAuthorDeletesTheBooks() {
        int id = create("Nobody", "Nothing to read");
        client.delete().uri("/authors/{id}", id).exchange().expectStatus().isNoContent();
        client.get().uri("/authors/{id}", id).exchange().expectStatus().isNotFound();
        assertThat(search("/authors?title=Nothing to read")).isEmpty();
    }

    @Test
    void filtersAreOptional() {
        create("Filter One", "Alpha");
        create("Filter Two", "Beta");
        assertThat(search("/authors?name=Filter")).hasSize(2);
        assertThat(search("/authors?name=Filter&title=Beta")).hasSize(1);
        assertThat(search("/authors?name=Filter&maxPrice=1")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsAndRepetitions() {
        for (int i = 0; i < 5; i++) {
            create("Aardvark " + i);
        }
        List<Object> ids = new ArrayList<>();
        Object after = null;
        do {
            Map<String, Object> page = page(after);
            List<?> items = (List<?>) page.get("items");
            assertThat(items).hasSizeBetween(1, 2);
            items.forEach(item -> ids.add(((Map<?, ?>) item).get("id")));
            after = page.get("next");
        } while (after != null);
        assertThat(ids).doesNotHaveDuplicates().hasSize(search("/authors").size());
    }

    @Test
    void aWrongCursorIsTheCallersMistake() {
        client.get()
                .uri("/authors/page?after=nonsense")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void authorsArriveAsAStreamOfJson() {
        create("Streamed", "One");
        Flux<Map<String, Object>> answer = client.get()
                .uri("/authors?name=Streamed")
                .exchange()
                .returnResult(JSON)
                .getResponseBody();
        StepVerifier.create(answer)
                .assertNext(author -> assertThat(author).containsEntry("name", "Streamed"))
                .verifyComplete();
    }

    private static Map<String, Object> page(Object after) {
        return client.get()
                .uri(uri -> uri.path("/authors/page")
                        .queryParam("size", 2)
                        .queryParamIfPresent("after", Optional.ofNullable(after))
                        .build())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody();
    }

    private static List<Map<String, Object>> search(String uri) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBodyList(JSON)
                .returnResult()
                .getResponseBody();
    }

    private static int create(String name, String... titles) {
        List<Map<String, Object>> books = Arrays.stream(titles)
                .map(title -> Map.<String, Object>of("title", title, "price", 9.50))
                .toList();
        return (int) client.post()
                .uri("/authors")
                .bodyValue(Map.of("name", name, "books", books))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JSON)
                .returnResult()
                .getResponseBody()
                .get("id");
    }
}
