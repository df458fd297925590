package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

/** An embeddable with fields that are set one by one. */
@Embeddable
class Point {

    private int x;
    private Integer y;

    @Convert(converter = MoneyConverter.class)
    private Money worth;

    Point() {}

    Point(int x, Integer y, Money worth) {
        this.x = x;
        this.y = y;
        this.worth = worth;
    }

    int x() {
        return x;
    }

    Integer y() {
        return y;
    }

    Money worth() {
        return worth;
    }
}
