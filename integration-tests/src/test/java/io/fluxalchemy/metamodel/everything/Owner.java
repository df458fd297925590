package io.fluxalchemy.metamodel.everything;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every shape of method that a stand-in must override. */
@Entity
public class Owner implements Supplier<String>, Comparable<Owner> {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private @Nullable String name;

    @OneToMany(mappedBy = "owner", cascade = CascadeType.PERSIST)
    private List<Everything> owned = new ArrayList<>();

    @OneToOne(mappedBy = "twin")
    private @Nullable Everything twin;

    protected Owner() {}

    Owner(UUID id, String name) {
        this.id = id;
        this.name = name;
    }

    public @Nullable UUID getId() {
        return id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    protected List<Everything> owned() {
        return owned;
    }

    @Nullable
    Everything twin() {
        return twin;
    }

    @Deprecated
    @SuppressWarnings("unchecked")
    public <T extends Comparable<? super T>> T largest(List<? extends T> values, T... more) throws IOException {
        return more[0];
    }

    @Override
    public String get() {
        return "got";
    }

    @Override
    public int compareTo(Owner other) {
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Owner owner && id != null && Objects.equals(id, owner.id);
    }

    @Override
    public int hashCode() {
        return Owner.class.hashCode();
    }
}
