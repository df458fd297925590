package io.fluxalchemy.inheritance.fleet;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;

@Entity
public class Label {

    @Id
    public String text;

    @ManyToMany(mappedBy = "labels")
    @OrderBy("name")
    public List<Vehicle> vehicles = new ArrayList<>();

    protected Label() {}

    public Label(String text) {
        this.text = text;
    }
}
