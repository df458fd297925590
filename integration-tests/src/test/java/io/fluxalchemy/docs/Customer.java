package io.fluxalchemy.docs;

import io.fluxalchemy.mapping.annotation.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.util.List;
import java.util.UUID;

@Entity
public class Customer {

    public record Address(String street, String city) {}

    @Id
    @GeneratedValue
    private UUID id;

    @Json
    private List<Address> addresses;

    protected Customer() {}

    public Customer(Address... addresses) {
        this.addresses = List.of(addresses);
    }

    public List<Address> getAddresses() {
        return addresses;
    }
}
