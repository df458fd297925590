package io.fluxalchemy.examples.chinook.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** A piece of music or film, sold by itself. */
@Entity
public class Track {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false, length = 200)
    private String name;

    @ManyToOne
    private Album album;

    @ManyToOne(optional = false)
    private MediaType mediaType;

    @ManyToOne
    private Genre genre;

    @Column(length = 220)
    private String composer;

    private int milliseconds;

    private Integer bytes;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal unitPrice;

    protected Track() {}

    public Track(
            String name,
            MediaType mediaType,
            Genre genre,
            String composer,
            int milliseconds,
            Integer bytes,
            BigDecimal unitPrice) {
        this.name = name;
        this.mediaType = mediaType;
        this.genre = genre;
        this.composer = composer;
        this.milliseconds = milliseconds;
        this.bytes = bytes;
        this.unitPrice = unitPrice;
    }

    void setAlbum(Album album) {
        this.album = album;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Album getAlbum() {
        return album;
    }

    public MediaType getMediaType() {
        return mediaType;
    }

    public Genre getGenre() {
        return genre;
    }

    public String getComposer() {
        return composer;
    }

    public int getMilliseconds() {
        return milliseconds;
    }

    public Integer getBytes() {
        return bytes;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }
}
