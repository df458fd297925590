package io.fluxalchemy.examples.chinook.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An employee; the tree of who reports to whom is in this one table. */
@Entity
public class Employee {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 20)
    private String lastName;

    @Column(nullable = false, length = 20)
    private String firstName;

    @Column(length = 30)
    private String title;

    @ManyToOne
    @JoinColumn(name = "reports_to")
    private Employee boss;

    @OneToMany(mappedBy = "boss", cascade = CascadeType.PERSIST)
    @OrderBy("lastName")
    private List<Employee> reports = new ArrayList<>();

    private LocalDate birthDate;

    private LocalDate hireDate;

    @Embedded
    private Address address;

    @Embedded
    private Contact contact;

    protected Employee() {}

    public Employee(
            String lastName,
            String firstName,
            String title,
            LocalDate birthDate,
            LocalDate hireDate,
            Address address,
            Contact contact) {
        this.lastName = lastName;
        this.firstName = firstName;
        this.title = title;
        this.birthDate = birthDate;
        this.hireDate = hireDate;
        this.address = address;
        this.contact = contact;
    }

    /** Makes another employee report to this one, on both sides. */
    public void leads(Employee report) {
        report.boss = this;
        reports.add(report);
    }

    public Long getId() {
        return id;
    }

    public String getLastName() {
        return lastName;
    }

    public String getFirstName() {
        return firstName;
    }

    public String getTitle() {
        return title;
    }

    public Employee getBoss() {
        return boss;
    }

    public List<Employee> getReports() {
        return reports;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public LocalDate getHireDate() {
        return hireDate;
    }

    public Address getAddress() {
        return address;
    }

    public Contact getContact() {
        return contact;
    }
}
