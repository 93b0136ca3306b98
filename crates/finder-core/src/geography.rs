//! Distances on the globe.

use crate::catalogue::{Catalogue, Point, Service, ServiceArea};

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// Kilometres between two points along a great circle. Exact to some metres within a country:
/// the sphere itself is up to 0.5 % off the real earth.
#[must_use]
pub fn distance_km(a: Point, b: Point) -> f64 {
    // Haversine: well-conditioned for near points, unlike the law of cosines.
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin();
    let (lat, lon) = (half(b.lat - a.lat), half(b.lon - a.lon));
    let h = lat * lat + a.lat.to_radians().cos() * b.lat.to_radians().cos() * lon * lon;
    2.0 * EARTH_RADIUS_KM * h.clamp(0.0, 1.0).sqrt().asin()
}

/// Where a service is taken to be: its own position, else its municipality's centre. `None` for nationwide services
/// and where neither is known.
#[must_use]
pub fn position(catalogue: &Catalogue, service: &Service) -> Option<Point> {
    service.location.at.or_else(|| match service.area {
        ServiceArea::Municipality(m) => Some(catalogue.municipality(m)?.centre.as_ref()?.at),
        ServiceArea::Nationwide | ServiceArea::NotStated => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn riga_to_liepaja() {
        let riga = Point { lat: 56.946, lon: 24.106 };
        let liepaja = Point { lat: 56.511, lon: 21.014 };
        let km = distance_km(riga, liepaja);
        assert!((194.0..197.0).contains(&km), "{km}");
        assert!(distance_km(riga, riga).abs() < 1e-9);
        let around = distance_km(Point { lat: 0.0, lon: 179.5 }, Point { lat: 0.0, lon: -179.5 });
        assert!((111.0..112.0).contains(&around), "{around}");
    }
}
