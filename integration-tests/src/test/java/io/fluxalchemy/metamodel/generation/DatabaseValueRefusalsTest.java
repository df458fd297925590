package io.fluxalchemy.metamodel.generation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.fluxalchemy.processor.MetamodelProcessor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where {@code @ServerDefault} and {@code @Computed} could not do what they say, they are refused with the place and the fix. */
class DatabaseValueRefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @Id Long id; @ServerDefault("1") int pages;               | Book.pages: @ServerDefault fills in for null, and a primitive field is never null. Use the wrapper class.
            @Id @ServerDefault("1") Long id;                          | Book.id: @ServerDefault on an id. Remove it.
            @Id Long id; @Version @Computed("1") int version;         | Book.version: @Computed on a version. Remove it.
            @Id Long id; @Computed("1") @ManyToOne Book next;         | Book.next: @Computed is for an attribute of one column. Remove it.
            @Id Long id; @ServerDefault("1") Size size;               | Book.size: @ServerDefault is for an attribute of one column. Remove it.
            @Id Long id; @ServerDefault("1") @Computed("1") Long size; | Book.size: @ServerDefault and @Computed exclude each other. Keep one of them.
            @Id Long id; @Computed(" ") Long size;                    | Book.size: @Computed says no expression. Write it as it stands in DDL.
            @Id Long id; /* Pages */                                  | Pages.count: @Computed in an embeddable. Declare the attribute in the entity.
            """)
    void eachIsRefusedWithTheFix(String members, String error) {
        String source = """
                package shop;
                import io.fluxalchemy.mapping.annotation.*;
                import jakarta.persistence.*;
                class Shop {
                    @Entity static class Book { %s }
                    @Embeddable record Size(int width) {}
                    @Embeddable record Pages(%s Integer count) {}
                }
                """.formatted(members, members.contains("Pages") ? "@Computed(\"1\")" : "");
        var compilation = Compiler.javac()
                .withProcessors(new MetamodelProcessor())
                .withOptions("-proc:only")
                .compile(JavaFileObjects.forSourceString("shop.Shop", source));
        assertThat(compilation.errors())
                .extracting(each -> each.getMessage(null))
                .containsExactly(error);
    }
}
