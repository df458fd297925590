package io.fluxalchemy.schema.tenants;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** Each tenant has a table of them. */
@Entity
@Table(name = "memo", schema = "tenant")
public class Memo {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Version
    public int version;

    public String text;

    @ManyToOne(fetch = FetchType.LAZY)
    public Memo question;

    @OneToMany(mappedBy = "question", cascade = CascadeType.PERSIST)
    public List<Memo> answers = new ArrayList<>();

    public Memo() {}

    public Memo(String text) {
        this.text = text;
    }
}
