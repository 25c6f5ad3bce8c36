// A plugin host made of code that is not ours: Debian's go-plugin, gRPC and go-cty, as they are inside the CLIs. It starts a provider,
// leads it through the calls of a plan and an apply, and ends it. Each step is one line; the first that fails ends the program.
//
//	conformance DESCRIPTORS PROGRAM TYPE ATTRIBUTE=VALUE... FUNCTION(ARGUMENT,...)...
//
// DESCRIPTORS is what protoc --descriptor_set_out made of the provider's own protocol file. TYPE is the resource type to use; the
// attributes and arguments are texts. Without any attributes, the life of the resource is left out.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/hashicorp/go-hclog"
	"github.com/hashicorp/go-plugin"
	"github.com/zclconf/go-cty/cty"
	"google.golang.org/grpc"
)

const patience = 30 * time.Second

// The phrase that CLIs put into the environment, so that a provider knows that one of them started it.
var handshake = plugin.HandshakeConfig{
	ProtocolVersion:  5,
	MagicCookieKey:   "TF_PLUGIN_MAGIC_COOKIE",
	MagicCookieValue: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
}

type connectionOnly struct{ plugin.NetRPCUnsupportedPlugin }

func (connectionOnly) GRPCServer(*plugin.GRPCBroker, *grpc.Server) error {
	return errors.New("this is a host")
}

func (connectionOnly) GRPCClient(_ context.Context, _ *plugin.GRPCBroker, connection *grpc.ClientConn) (interface{}, error) {
	return connection, nil
}

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "usage: conformance DESCRIPTORS PROGRAM TYPE ATTRIBUTE=VALUE... FUNCTION(ARGUMENT,...)...")
		os.Exit(2)
	}
	for _, mutualTLS := range []bool{true, false} {
		succeed(serve(os.Args[1], os.Args[2], os.Args[3], os.Args[4:], mutualTLS))
	}
	succeed(refuse(os.Args[2]))
	fmt.Println("ok: the provider conforms")
}

func succeed(err error) {
	if err != nil {
		plugin.CleanupClients()
		fmt.Println("FAILED", err)
		os.Exit(1)
	}
}

func start(program string, version int, mutualTLS bool) (*plugin.Client, *bytes.Buffer) {
	var complaints bytes.Buffer
	sets := map[int]plugin.PluginSet{version: {"provider": connectionOnly{}}}
	return plugin.NewClient(&plugin.ClientConfig{
		HandshakeConfig:  handshake,
		VersionedPlugins: sets,
		Cmd:              exec.Command(program),
		AllowedProtocols: []plugin.Protocol{plugin.ProtocolGRPC},
		AutoMTLS:         mutualTLS,
		StartTimeout:     patience,
		Logger:           hclog.New(&hclog.LoggerOptions{Output: &complaints, Level: hclog.Warn}),
		Managed:          true,
		SyncStdout:       os.Stderr,
		SyncStderr:       os.Stderr,
	}), &complaints
}

// A CLI that does not know our protocol version must refuse with a sentence that names both versions.
func refuse(program string) error {
	client, _ := start(program, 5, true)
	defer client.Kill()
	_, err := client.Client()
	if err == nil || !strings.Contains(err.Error(), "Plugin version: 6") {
		return fmt.Errorf("a host of protocol 5 only: got %v", err)
	}
	fmt.Println("ok: a host of protocol 5 only refuses with both versions")
	return nil
}

func serve(descriptors, program, typeName string, texts []string, mutualTLS bool) error {
	client, complaints := start(program, 6, mutualTLS)
	defer client.Kill()
	protocol, err := client.Client()
	if err != nil {
		return fmt.Errorf("start: %w", err)
	}
	if err = protocol.Ping(); err != nil {
		return fmt.Errorf("ping: %w", err)
	}
	fmt.Printf("ok: handshake and ping, mutual TLS %t\n", mutualTLS)
	dispensed, err := protocol.Dispense("provider")
	if err != nil {
		return fmt.Errorf("dispense: %w", err)
	}
	host, err := newProvider(descriptors, dispensed.(*grpc.ClientConn))
	if err != nil {
		return err
	}
	if err = host.live(typeName, attributes(texts), calls(texts)); err != nil {
		return err
	}

	begun := time.Now()
	client.Kill()
	if took := time.Since(begun); took > 2*time.Second {
		return fmt.Errorf("the provider had to be killed, after %s", took)
	}
	if complaints.Len() > 0 {
		return fmt.Errorf("go-plugin complained: %s", complaints)
	}
	fmt.Println("ok: it ends when it is asked to, and go-plugin has nothing to complain about")
	return nil
}

func attributes(texts []string) map[string]cty.Value {
	given := map[string]cty.Value{}
	for _, text := range texts {
		if name, value, isAttribute := strings.Cut(text, "="); isAttribute {
			given[name] = cty.StringVal(value)
		}
	}
	return given
}

func calls(texts []string) map[string][]string {
	given := map[string][]string{}
	for _, text := range texts {
		if name, arguments, isCall := strings.Cut(strings.TrimSuffix(text, ")"), "("); isCall {
			given[name] = strings.Split(arguments, ",")
		}
	}
	return given
}
