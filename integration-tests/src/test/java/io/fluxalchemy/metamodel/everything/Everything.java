package io.fluxalchemy.metamodel.everything;

import io.fluxalchemy.metamodel.everything.base.Identified;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One attribute of every kind the processor maps. */
@Entity
@Table(
        name = "everything",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "one_title",
                        columnNames = {"title", "isbn"}),
        indexes = {@Index(columnList = "title, made_at"), @Index(name = "by_isbn", columnList = "isbn", unique = true)})
public class Everything extends Identified<Long, String> {

    static final Object IGNORED_CONSTANT = new Object();

    @Column(nullable = false, length = 200)
    private String title;

    @Column(name = "isbn", unique = true, updatable = false)
    String isbnNumber;

    @Column(length = 100_000)
    String story;

    boolean flag;
    Boolean maybe;
    short small;
    Short smallOrNull;
    int number;
    Integer numberOrNull;
    long big;
    Long bigOrNull;
    float real;
    Float realOrNull;
    double precise;
    Double preciseOrNull;
    BigDecimal decimal;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    LocalDate day;
    LocalTime time;
    LocalDateTime local;
    Instant madeAt;
    OffsetDateTime offset;
    UUID token;
    byte[] bytes;
    Shade shade;

    @Enumerated(EnumType.ORDINAL)
    Shade ordinal;

    List<String> words;
    List<Integer> numbers = new ArrayList<>();
    List<Shade> shades;

    @Convert(converter = MoneyConverter.class)
    Money money;

    @Convert(converter = TagsConverter.class)
    Map<String, List<String>> tags;

    Place home;

    @Embedded
    @AttributeOverride(name = "city", column = @Column(name = "work_city"))
    @AttributeOverride(name = "level", column = @Column(name = "work_level"))
    Place work;

    Point point;

    @ManyToOne(optional = false)
    private Owner owner;

    @ManyToOne
    @JoinColumn(name = "part_order", referencedColumnName = "order_id")
    @JoinColumn(name = "part_no", referencedColumnName = "no")
    Part part;

    @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
    Owner twin;

    @ManyToMany
    Set<Outer.Inner> inners = new HashSet<>();

    @ManyToMany
    Collection<Everything> friends;

    @OneToMany
    @JoinTable(name = "everything_parts")
    @OrderBy("quantity desc, remark")
    List<Part> parts;

    // names that generated code uses for itself
    String model;
    String alias;
    String source;

    @Transient
    Object ignored;

    transient Object ignoredToo;

    public String getTitle() {
        return title;
    }

    void title(String title) {
        this.title = title;
    }

    public Owner getOwner() {
        return owner;
    }

    void setOwner(Owner owner) {
        this.owner = owner;
    }

    /** Attributes of this type are kept by name. */
    public enum Shade {
        LIGHT,
        DARK
    }
}
