package io.fluxalchemy.benchmarks.plain;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("tag")
public record PlainTag(@Id long id, String name) {}
