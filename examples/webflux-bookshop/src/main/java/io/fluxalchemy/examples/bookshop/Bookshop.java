package io.fluxalchemy.examples.bookshop;

import io.fluxalchemy.engine.AsyncEngine;
import io.fluxalchemy.mapping.session.AsyncSessionFactory;
import io.fluxalchemy.testkit.database.TestDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service. Without {@code --bookshop.url=r2dbc:…} it starts an embedded PostgreSQL. */
@SpringBootApplication(proxyBeanMethods = false)
class Bookshop {

    public static void main(String[] args) {
        SpringApplication.run(Bookshop.class, args);
    }

    @Bean(destroyMethod = "")
    AsyncEngine engine(@Value("${bookshop.url:}") String url) {
        return AsyncEngine.create(url.isEmpty() ? TestDatabase.postgresql().url() : url);
    }

    @Bean
    AsyncSessionFactory sessions(AsyncEngine engine) {
        return AsyncSessionFactory.of(engine, Author.class, Book.class);
    }

    @Bean
    ApplicationRunner tables(AsyncSessionFactory sessions) {
        return arguments -> sessions.createAll().block();
    }
}
