//! Distances on the globe.

use core::f64::consts::{FRAC_PI_2, PI};

use crate::catalogue::{Catalogue, Point, Service, ServiceArea};

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_RADIUS_KM: f64 = 6_371.008_8;

/// Kilometres between two points along a great circle. Exact to some metres within a country:
/// the sphere itself is up to 0.5 % off the real earth.
#[must_use]
pub fn distance_km(a: Point, b: Point) -> f64 {
    // Haversine: well-conditioned for near points, unlike the law of cosines.
    let half = |degrees: f64| sine(degrees.to_radians() / 2.0);
    let (lat, lon) = (half(b.lat - a.lat), half(b.lon - a.lon));
    let h = lat * lat + cosine(a.lat.to_radians()) * cosine(b.lat.to_radians()) * lon * lon;
    2.0 * EARTH_RADIUS_KM * arcsine(h.clamp(0.0, 1.0).sqrt())
}

/// Sine of an angle within half a turn, exact to 1e-9. The standard library's answers any angle, with tables of 8 kB.
fn sine(angle: f64) -> f64 {
    let near = if angle.abs() > FRAC_PI_2 { PI.copysign(angle) - angle } else { angle };
    let square = near * near;
    // 1 − x²/2·3 + x⁴/2·3·4·5 …, from the last term inwards.
    let terms = [156.0, 110.0, 72.0, 42.0, 20.0, 6.0];
    near * terms.iter().fold(1.0, |sum, term| 1.0 - square / term * sum)
}

/// Cosine of an angle within a quarter turn.
fn cosine(angle: f64) -> f64 {
    sine(FRAC_PI_2 - angle.abs())
}

/// Arcsine of a number from 0 to 1, exact to 1e-7: half a metre on the globe.
fn arcsine(y: f64) -> f64 {
    if y > 0.5 {
        return FRAC_PI_2 - 2.0 * arcsine(((1.0 - y) / 2.0).sqrt());
    }
    let square = y * y;
    // Each term is the last times y²·(2n−1)²/2n(2n+1).
    let terms = (1..9).map(|n| f64::from((2 * n - 1) * (2 * n - 1)) / f64::from(2 * n * (2 * n + 1)));
    let (sum, _) = terms.fold((y, y), |(sum, last), ratio| (sum + last * square * ratio, last * square * ratio));
    sum
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
    fn angles_are_as_exact_as_said() {
        for step in -1000_i32..=1000 {
            let angle = PI * f64::from(step) / 1000.0;
            assert!((sine(angle) - angle.sin()).abs() < 1e-9, "{angle}");
            assert!((cosine(angle / 2.0) - (angle / 2.0).cos()).abs() < 1e-9, "{angle}");
            let y = f64::from(step.abs()) / 1000.0;
            assert!((arcsine(y) - y.asin()).abs() < 1e-7, "{y}");
        }
    }

    /// Great circles on the sphere of the IUGG mean radius; Rīga–Tallinn and London–Paris as commonly published.
    #[test]
    fn known_distances() {
        let at = |lat, lon| Point { lat, lon };
        let quarter = EARTH_RADIUS_KM * FRAC_PI_2;
        for (from, to, km, within) in [
            // A degree of latitude, a quarter of the equator, pole to pole.
            (at(56.0, 24.0), at(57.0, 24.0), 111.195, 0.001),
            (at(0.0, 0.0), at(0.0, 90.0), quarter, 0.01),
            (at(90.0, 0.0), at(-90.0, 0.0), 2.0 * quarter, 0.01),
            (at(56.946, 24.106), at(59.437, 24.754), 280.0, 2.0),
            (at(51.5074, -0.1278), at(48.8566, 2.3522), 343.6, 1.0),
            // Dobele–Jelgava: half a kilometre more or less is nothing in "ap 27 km".
            (at(56.625, 23.278), at(56.652, 23.712), 26.7, 0.5),
        ] {
            let found = distance_km(from, to);
            assert!((found - km).abs() < within, "{from:?} {to:?}: {found}");
            assert!((found - distance_km(to, from)).abs() < 1e-9);
        }
    }

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
