package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.AttributeConverter;

/** Says one of the two types only. */
abstract class TextConverter<T> implements AttributeConverter<T, String> {}
