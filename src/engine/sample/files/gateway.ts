import type { DayOf, SampleFile } from './sampleFile';

/** The gateway: the one door for the app and for the payment provider. Go. */
export const gatewayFiles: readonly SampleFile[] = [
  { path: 'gateway/main.go', text: main },
  { path: 'gateway/webhooks.go', text: webhooks },
  { path: 'gateway/refunds.go', text: refunds },
];

function main(): string {
  return `@@ gateway
// Command gateway is the one door to booking and pricing.
package main

import (
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
@timeouts..|	"time"
)

const usage = \`usage: gateway

BOOKING_URL and PRICING_URL say where the services are.
\`

func main() {
	booking, pricing := os.Getenv("BOOKING_URL"), os.Getenv("PRICING_URL")
	if booking == "" || pricing == "" {
		log.Fatal(usage)
	}
	mux := http.NewServeMux()
	mux.Handle("/huts/", proxy(booking))
	mux.Handle("/quote", proxy(pricing))
@gateway-hold..|	mux.Handle("/holds/", proxy(booking))
@webhooks..|	mux.HandleFunc("/webhooks/payment", paymentWebhook)

@..timeouts|	log.Fatal(http.ListenAndServe(":8080", mux))
@@ timeouts
	// TODO: five seconds is a guess, measure a booking from a ridge with one bar of signal
	server := &http.Server{Addr: ":8080", Handler: mux, ReadTimeout: 5 * time.Second, WriteTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
@@ gateway
}

func proxy(target string) http.Handler {
	to, err := url.Parse(target)
	if err != nil {
		log.Fatalf("%q is not an address: %v", target, err)
	}
	return httputil.NewSingleHostReverseProxy(to)
}
`;
}

function webhooks(day: DayOf): string {
  return `@@ webhooks
package main

import (
@signature..|	"crypto/hmac"
@signature..|	"crypto/sha256"
@signature..|	"encoding/hex"
	"encoding/json"
@signature..|	"io"
	"net/http"
@signature..|	"os"
)

// paymentEvent is what the provider tells us. See PAY-10.
type paymentEvent struct {
	Booking string \`json:"booking"\`
	State   string \`json:"state"\` // "paid", "failed" or "refunded"
}

@@ confirm
// Where the booking service is told that money has arrived.
const confirmPath = "/holds/confirm/"

@@ webhooks
func paymentWebhook(w http.ResponseWriter, r *http.Request) {
@@ signature
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 64<<10))
	if err != nil || !signedByProvider(body, r.Header.Get("X-Signature")) {
		http.Error(w, "not signed", http.StatusUnauthorized)
		return
	}
@@ webhooks
	var event paymentEvent
@..signature|	if err := json.NewDecoder(r.Body).Decode(&event); err != nil {
@signature..|	if err := json.Unmarshal(body, &event); err != nil {
		http.Error(w, "not an event", http.StatusBadRequest)
		return
	}
	switch event.State {
@@ confirm
	case "paid":
		answer, err := http.Post(os.Getenv("BOOKING_URL")+confirmPath+event.Booking, "text/plain", nil)
		if err != nil {
			http.Error(w, "booking does not answer, send it again", http.StatusBadGateway)
			return
		}
		answer.Body.Close()
		w.WriteHeader(http.StatusNoContent)
@@ webhooks
	case "failed":
		// TODO[HUT-11]: let go of the hold at once; the guest now waits for it to run out
		w.WriteHeader(http.StatusNoContent)
@@ refund-slow
	case "refunded":
		// FIXME(@priya, PAY-12, until: ${day(-6)}): the provider sends this twice on Mondays
		markRefunded(event.Booking)
		w.WriteHeader(http.StatusNoContent)
@@ webhooks
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}
@@ signature

func signedByProvider(body []byte, signature string) bool {
	mac := hmac.New(sha256.New, []byte(os.Getenv("PAYMENT_SECRET")))
	mac.Write(body)
	given, err := hex.DecodeString(signature)
	return err == nil && hmac.Equal(mac.Sum(nil), given)
}
`;
}

function refunds(): string {
  return `@@ refund-fast..revert-fast
package main

import "net/http"

const fastLane = "https://fast.payments.example/payouts"

// payOut sends a refund to the guest's card within minutes.
func payOut(booking, amount string) error {
	response, err := http.Post(fastLane+"?booking="+booking+"&amount="+amount, "text/plain", nil)
	if err != nil {
		return err
	}
	return response.Body.Close()
}
@@ refund-slow
package main

import (
	"fmt"
	"net/http"
	"net/url"
	"sync"
)

const refundsURL = "https://api.payments.example/refunds"

var (
	refundedMu sync.Mutex
	refunded   = map[string]bool{}
)

// SECURITY(PAY-12): refunds and webhooks share one key; the provider offers a second.

// payOut asks the provider for a refund. The booking is the idempotency key:
// asked twice, the provider pays once. Part of PAY-12.
func payOut(booking, amount string) error {
@refund-slow..refund-words|	response, err := http.PostForm(refundsURL, url.Values{"key": {booking}, "amount": {amount}})
@@ refund-words
	response, err := http.PostForm(refundsURL, url.Values{
		"key":    {booking},
		"amount": {amount},
		"text":   {"Fellrest, your cancelled stay " + booking},
	})
@@ refund-slow
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode >= 300 {
		return fmt.Errorf("the provider refused the refund of %s: %s", booking, response.Status)
	}
	return nil
}

// HACK(PAY-12): lives in memory until the refunds have a table of their own.
func markRefunded(booking string) {
	refundedMu.Lock()
	defer refundedMu.Unlock()
	refunded[booking] = true
}
`;
}
