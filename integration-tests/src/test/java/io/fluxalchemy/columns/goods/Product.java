package io.fluxalchemy.columns.goods;

import io.fluxalchemy.mapping.annotation.Computed;
import io.fluxalchemy.mapping.annotation.ServerDefault;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** Defaults and computed columns beside plain ones. */
@Entity
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String name;

    @Column(nullable = false, precision = 10, scale = 2)
    public BigDecimal price;

    public int quantity;

    @ServerDefault("current_timestamp(6)")
    @Column(nullable = false)
    public Instant created;

    @ServerDefault("'new'")
    @Column(nullable = false, length = 20)
    public String status;

    @Computed("price * quantity")
    @Column(precision = 12, scale = 2)
    public BigDecimal total;

    @Computed("quantity + 1")
    public int next;

    @Embedded
    public Shelf shelf;

    public Product() {}

    public Product(String name, String price, int quantity) {
        this.name = name;
        this.price = new BigDecimal(price);
        this.quantity = quantity;
    }
}
